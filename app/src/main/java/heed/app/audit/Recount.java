package heed.app.audit;

import heed.schemas.Feedback;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Recounts the input and compares what was made of it, while the pipeline runs or not.
 *
 * <p>The input is counted to where the pipeline has committed it; then the scores are read to their end; then the input
 * is counted on to where the pipeline has come meanwhile. Since scores and offsets are committed together, a row that
 * nothing of that last stretch changes is on the topic as the first stretch left it; the others are in motion, and left
 * out.
 */
public final class Recount {

    private final Source source;
    private final RecountRules rules;
    private final Progress progress;
    private final PointsTable table;
    private final PipelineOffsets offsets;
    private final PartitionReader input;
    private final PartitionReader output;
    private final Map<Integer, PartitionRecount> recounts = new TreeMap<>();
    private final Map<Integer, Long> counted = new HashMap<>();

    /**
     * Where to read.
     *
     * @param client what a client of the brokers needs to be told
     * @param inputIsolation isolation that the pipeline reads its input with
     * @param feedback makes a deserializer of the input
     * @param outputs makes deserializers of the output topics
     * @param hospital the only hospital to look at; empty for all
     */
    public record Source(
            Map<String, ?> client,
            String applicationId,
            IsolationLevel inputIsolation,
            Supplier<Deserializer<Feedback>> feedback,
            TopicSerdes outputs,
            Optional<String> hospital) {}

    /** Hears how far a recount has come; one call at a time. */
    public interface Progress {

        /** Says how much of the input has been counted, in offsets. */
        void counted(long done, long total);

        /** Says how much of an output topic has been compared, in offsets. */
        void compared(Topic<?> topic, long done, long total);
    }

    /** Prepares a recount; {@code admin} is asked for offsets. */
    public Recount(Source source, RecountRules rules, Admin admin, Progress progress) {
        this.source = source;
        this.rules = rules;
        this.progress = progress;
        this.table = new PointsTable(rules.questionnaires());
        this.offsets = new PipelineOffsets(admin, source.applicationId());
        this.input = new PartitionReader(source.client(), source.inputIsolation());
        this.output = new PartitionReader(source.client(), IsolationLevel.READ_COMMITTED);
    }

    /**
     * Recounts and compares.
     *
     * @param limit how many rows of each topic to give the differences of
     */
    public RecountReport run(int limit) throws ExecutionException, InterruptedException {
        try (Workers workers = new Workers()) {
            Map<Integer, Long> beginnings = offsets.beginnings(Topics.FEEDBACK);
            Map<Integer, Long> committed = offsets.committed(Topics.FEEDBACK);
            if (committed.isEmpty()) {
                throw new IllegalStateException(
                        offsets.hasInput(Topics.FEEDBACK)
                                ? "the pipeline has committed nothing under the application id "
                                        + source.applicationId()
                                        + ": it never ran, or was stopped for longer than the broker keeps offsets"
                                        + " (7 days by default). Nothing was compared."
                                : "there is no feedback on " + Topics.FEEDBACK.name()
                                        + " yet, so there is nothing to compare");
            }
            prepare(beginnings);
            count(workers, committed, progress::counted);
            catchUp(workers);
            recounts.values().forEach(PartitionRecount::settle);
            Set<String> unexpected = ConcurrentHashMap.newKeySet();
            JudgeableHospitals judgeable = new JudgeableHospitals(recounts, beginnings);
            TopicReading reading = new TopicReading(output, offsets, workers, progress);
            compare(reading, judgeable, unexpected);
            OtherTopics others =
                    new OtherTopics(recounts.values(), rules, table, source.outputs(), source.hospital(), limit);
            others.compare(reading, offsets, judgeable.byHospital());
            catchUp(workers);
            return new Judgement(recounts, table, new JudgeableHospitals(recounts, beginnings), this::differences)
                    .of(unexpected, others, limit);
        }
    }

    private void prepare(Map<Integer, Long> beginnings) {
        beginnings.forEach((partition, beginning) -> {
            Admission admission = new Admission(source.feedback().get(), table, rules.lateness());
            recounts.put(partition, new PartitionRecount(rules, admission));
            counted.put(partition, beginning);
        });
    }

    /** Counts what has come meanwhile. */
    private void catchUp(Workers workers) throws ExecutionException, InterruptedException {
        count(workers, offsets.committed(Topics.FEEDBACK), (done, total) -> {});
    }

    private void count(Workers workers, Map<Integer, Long> ends, Workers.JointProgress.Listener listener)
            throws InterruptedException {
        Workers.JointProgress joint = new Workers.JointProgress(Workers.distance(counted, ends), listener);
        List<Runnable> work = new ArrayList<>();
        recounts.forEach((partition, recount) -> {
            long from = Objects.requireNonNull(counted.get(partition), "each partition is counted from somewhere on");
            long to = Math.max(from, ends.getOrDefault(partition, from));
            counted.put(partition, to);
            work.add(() -> input.read(
                    new TopicPartition(Topics.FEEDBACK.name(), partition),
                    from,
                    to,
                    record -> {
                        if (isWanted(record.key())) {
                            recount.count(record.key(), record.value(), record.timestamp());
                        } else {
                            recount.passOver(record.key(), record.value(), record.timestamp());
                        }
                    },
                    joint::advance));
        });
        workers.run(work);
    }

    private void compare(TopicReading reading, JudgeableHospitals judgeable, Set<String> unexpected)
            throws ExecutionException, InterruptedException {
        reading.read(
                Topics.SCORES,
                () -> TopicReading.only(source.hospital(), comparison(judgeable.byHospital(), unexpected)::note));
    }

    private ScoreComparison comparison(Map<String, PartitionRecount> byHospital, Set<String> unexpected) {
        return new ScoreComparison(
                new RowKeys(byHospital, table),
                new RowCheck(rules, table),
                source.outputs().of(Topics.SCORES).deserializer(),
                unexpected);
    }

    /** Reads a score again, to say in what it differs. */
    private List<RecountReport.Difference> differences(RowKeys.Found found) {
        ScoreComparison.Said said =
                ScoreComparison.Said.of(found.recount().rows().said(found.row()));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        output.read(
                new TopicPartition(Topics.SCORES.name(), said.partition()),
                said.offset(),
                said.offset() + 1,
                records::add,
                advanced -> {});
        if (records.isEmpty()) {
            String key = new RowKeys(Map.of(), table).of(found.recount(), found.row());
            return List.of(new RecountReport.Difference(key, "row", "different, and replaced since", "as it is not"));
        }
        return comparison(Map.of(), Set.of()).differences(records.get(0), found);
    }

    private boolean isWanted(byte @Nullable [] key) {
        return source.hospital().isEmpty()
                || (key != null && Arrays.equals(key, source.hospital().get().getBytes(StandardCharsets.UTF_8)));
    }
}

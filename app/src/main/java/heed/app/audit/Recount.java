package heed.app.audit;

import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/**
 * Recounts the input and compares the scores with it, while the pipeline runs or not.
 *
 * <p>The input is counted to where the pipeline has committed it; then the scores are read to their end; then the input is
 * counted on to where the pipeline has come meanwhile. Since scores and offsets are committed together, a row that nothing of
 * that last stretch changes is on the topic as the first stretch left it; the others are in motion, and left out.
 */
public final class Recount {

    private final Source source;
    private final RecountRules rules;
    private final Progress progress;
    private final Sheets sheets;
    private final PipelineOffsets offsets;
    private final PartitionReader input;
    private final PartitionReader scores;
    private final Map<Integer, PartitionRecount> recounts = new TreeMap<>();
    private final Map<Integer, Long> counted = new HashMap<>();

    /**
     * Where to read.
     *
     * @param inputIsolation isolation that the pipeline reads its input with
     * @param feedback makes a deserializer of the input
     * @param scores makes a deserializer of the scores
     * @param hospital the only hospital to look at; empty for all
     */
    public record Source(
            String bootstrap,
            String applicationId,
            IsolationLevel inputIsolation,
            Supplier<Deserializer<Feedback>> feedback,
            Supplier<Deserializer<Score>> scores,
            Optional<String> hospital) {}

    /** Prepares a recount; {@code admin} is asked for offsets. */
    public Recount(Source source, RecountRules rules, Admin admin, Progress progress) {
        this.source = source;
        this.rules = rules;
        this.progress = progress;
        this.sheets = new Sheets(rules.questionnaires());
        this.offsets = new PipelineOffsets(admin, source.applicationId());
        this.input = new PartitionReader(source.bootstrap(), source.inputIsolation());
        this.scores = new PartitionReader(source.bootstrap(), IsolationLevel.READ_COMMITTED);
    }

    /**
     * Recounts and compares.
     *
     * @param limit how many rows to give the differences of
     */
    public Report run(int limit) throws ExecutionException, InterruptedException {
        try (Workers workers = new Workers()) {
            Map<Integer, Long> beginnings = offsets.beginnings(Topics.FEEDBACK);
            Map<Integer, Long> committed = offsets.committed();
            if (committed.isEmpty()) {
                throw new IllegalStateException("the pipeline has committed nothing under the application id "
                        + source.applicationId()
                        + ": it never ran, or was stopped for longer than the broker keeps offsets (7 days by default)."
                        + " Nothing was compared.");
            }
            prepare(beginnings);
            count(workers, committed, progress::counted);
            catchUp(workers);
            recounts.values().forEach(PartitionRecount::settle);
            Set<String> unexpected = ConcurrentHashMap.newKeySet();
            compare(workers, new Judgeable(recounts, beginnings), unexpected);
            catchUp(workers);
            return new Judgement(recounts, sheets, new Judgeable(recounts, beginnings), this::differences)
                    .of(unexpected, limit);
        }
    }

    private void prepare(Map<Integer, Long> beginnings) {
        beginnings.forEach((partition, beginning) -> {
            Admission admission = new Admission(source.feedback().get(), sheets, rules.lateness());
            recounts.put(partition, new PartitionRecount(rules, admission));
            counted.put(partition, beginning);
        });
    }

    /** Counts what has come meanwhile. */
    private void catchUp(Workers workers) throws ExecutionException, InterruptedException {
        count(workers, offsets.committed(), (done, total) -> {});
    }

    private void count(Workers workers, Map<Integer, Long> ends, Steps.Listener listener) throws InterruptedException {
        Steps steps = new Steps(distance(counted, ends), listener);
        List<Runnable> work = new ArrayList<>();
        recounts.forEach((partition, recount) -> {
            long from = counted.get(partition);
            long to = Math.max(from, ends.getOrDefault(partition, from));
            counted.put(partition, to);
            work.add(() -> input.read(
                    new TopicPartition(Topics.FEEDBACK.name(), partition),
                    from,
                    to,
                    record -> {
                        if (isWanted(record.key())) {
                            recount.count(record.key(), record.value(), record.timestamp());
                        }
                    },
                    steps::advance));
        });
        workers.run(work);
    }

    private void compare(Workers workers, Judgeable judgeable, Set<String> unexpected)
            throws ExecutionException, InterruptedException {
        Map<Integer, Long> beginnings = offsets.beginnings(Topics.SCORES);
        Map<Integer, Long> ends = offsets.ends(Topics.SCORES);
        Steps steps = new Steps(distance(beginnings, ends), progress::compared);
        List<Runnable> work = new ArrayList<>();
        ends.forEach((partition, end) -> {
            ScorePass pass = pass(judgeable.byHospital(), unexpected);
            work.add(() -> scores.read(
                    new TopicPartition(Topics.SCORES.name(), partition),
                    beginnings.get(partition),
                    end,
                    record -> {
                        if (isScoreWanted(record.key())) {
                            pass.note(record);
                        }
                    },
                    steps::advance));
        });
        workers.run(work);
    }

    private static long distance(Map<Integer, Long> from, Map<Integer, Long> to) {
        return from.entrySet().stream()
                .mapToLong(start -> Math.max(0, to.getOrDefault(start.getKey(), 0L) - start.getValue()))
                .sum();
    }

    private ScorePass pass(Map<String, PartitionRecount> byHospital, Set<String> unexpected) {
        return new ScorePass(
                new RowFinder(byHospital, sheets),
                new RowCheck(rules, sheets),
                source.scores().get(),
                unexpected);
    }

    /** Reads a score again, to say in what it differs. */
    private List<Difference> differences(RowFinder.Found found) {
        ScorePass.Said said = ScorePass.Said.of(found.recount().rows().said(found.row()));
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        scores.read(
                new TopicPartition(Topics.SCORES.name(), said.partition()),
                said.offset(),
                said.offset() + 1,
                records::add,
                advanced -> {});
        if (records.isEmpty()) {
            String key = new RowKeys(sheets).of(found.recount(), found.row());
            return List.of(new Difference(key, "row", "different, and replaced since", "as it is not"));
        }
        return pass(Map.of(), Set.of()).differences(records.get(0), found);
    }

    private boolean isWanted(byte[] key) {
        return source.hospital().isEmpty()
                || (key != null && Arrays.equals(key, source.hospital().get().getBytes(StandardCharsets.UTF_8)));
    }

    private boolean isScoreWanted(byte[] key) {
        if (source.hospital().isEmpty()) {
            return true;
        }
        byte[] wanted = (source.hospital().get() + "|").getBytes(StandardCharsets.UTF_8);
        return key != null
                && key.length >= wanted.length
                && Arrays.equals(key, 0, wanted.length, wanted, 0, wanted.length);
    }
}

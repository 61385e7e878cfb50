package heed.app.audit;

import heed.schemas.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Asks how far the pipeline has come, and how far the topics reach, by partition. */
final class PipelineOffsets {

    /** As long as brokers let one last that nobody ends, and then some; what asking takes is not counted. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(90);

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Admin admin;
    private final String applicationId;

    PipelineOffsets(Admin admin, String applicationId) {
        this.admin = admin;
        this.applicationId = applicationId;
    }

    /**
     * Returns how far the pipeline has committed a topic; partitions that it has committed nothing of are absent.
     * Stable offsets: where a transaction is about to commit some, its end is waited for. Kafka's client leaves those
     * out of its answer instead, as if nothing had ever been committed of them. The first commit of a pipeline that
     * runs and has something to work off is waited for, too.
     */
    Map<Integer, Long> committed(Topic<?> topic) throws ExecutionException, InterruptedException {
        return settled(stable -> committed(topic, stable), () -> hasInput(topic) && runs());
    }

    /** Says whether there is anything on a topic. */
    boolean hasInput(Topic<?> topic) throws ExecutionException, InterruptedException {
        return !ends(topic).equals(beginnings(topic));
    }

    private boolean runs() throws ExecutionException, InterruptedException {
        try {
            return admin.describeConsumerGroups(List.of(applicationId)).all().get().values().stream()
                    .anyMatch(group -> !group.members().isEmpty());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw e;
        }
    }

    /** Asks Kafka for the offsets of a group, with or without those that a transaction is about to commit. */
    @FunctionalInterface
    interface Committed {

        Map<Integer, Long> ask(boolean stable) throws ExecutionException, InterruptedException;
    }

    /** Says whether a first commit is to come. */
    @FunctionalInterface
    interface Begins {

        boolean ask() throws ExecutionException, InterruptedException;
    }

    /**
     * Asks until every partition that something was committed of has an offset that no transaction is about to move,
     * and one has at least where a first commit is to come.
     */
    static Map<Integer, Long> settled(Committed committed, Begins begins)
            throws ExecutionException, InterruptedException {
        boolean open = false;
        for (long waited = 0; waited < LONGEST_TRANSACTION.toMillis(); waited += PAUSE.toMillis()) {
            Set<Integer> known = committed.ask(false).keySet();
            Map<Integer, Long> stable = committed.ask(true);
            open = !stable.keySet().containsAll(known);
            if (!open && !(stable.isEmpty() && begins.ask())) {
                return stable;
            }
            Thread.sleep(PAUSE.toMillis());
        }
        throw new IllegalStateException((open
                        ? "a transaction of the pipeline has not ended"
                        : "the pipeline runs, and has committed nothing yet")
                + "; try again, and see `heed doctor`. Nothing was compared.");
    }

    private Map<Integer, Long> committed(Topic<?> topic, boolean stable)
            throws ExecutionException, InterruptedException {
        var group = Map.of(applicationId, new ListConsumerGroupOffsetsSpec());
        Map<Integer, Long> offsets = new TreeMap<>();
        admin.listConsumerGroupOffsets(group, new ListConsumerGroupOffsetsOptions().requireStable(stable))
                .partitionsToOffsetAndMetadata(applicationId)
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null && partition.topic().equals(topic.name())) {
                        offsets.put(partition.partition(), offset.offset());
                    }
                });
        return offsets;
    }

    /** Returns the first offset of each partition. */
    Map<Integer, Long> beginnings(Topic<?> topic) throws ExecutionException, InterruptedException {
        return offsets(topic, OffsetSpec::earliest);
    }

    /** Returns the end of each partition, with what has been written but not committed yet. */
    Map<Integer, Long> ends(Topic<?> topic) throws ExecutionException, InterruptedException {
        return offsets(topic, OffsetSpec::latest);
    }

    private Map<Integer, Long> offsets(Topic<?> topic, Supplier<OffsetSpec> spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        Objects.requireNonNull(
                        admin.describeTopics(List.of(topic.name()))
                                .allTopicNames()
                                .get()
                                .get(topic.name()),
                        "what is asked for is described")
                .partitions()
                .forEach(info -> wanted.put(new TopicPartition(topic.name(), info.partition()), spec.get()));
        Map<Integer, Long> offsets = new TreeMap<>();
        admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                .all()
                .get()
                .forEach((partition, offset) -> offsets.put(partition.partition(), offset.offset()));
        return offsets;
    }
}

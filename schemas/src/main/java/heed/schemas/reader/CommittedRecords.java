package heed.schemas.reader;

import heed.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads the committed records of topics, on all their partitions, as bytes. Not safe for several threads.
 *
 * <p>A broker that is away is waited for by {@link #poll}; whoever asks for positions is told so by a
 * {@link TimeoutException}.
 */
public final class CommittedRecords implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
    private final List<String> topics;
    private List<TopicPartition> partitions = List.of();

    /**
     * Takes a consumer of {@link CommittedConsumers}, and closes it in the end; the brokers are not asked for anything
     * yet.
     */
    public CommittedRecords(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer,
            Collection<? extends Topic<?>> topics) {
        this.consumer = consumer;
        this.topics = topics.stream().map(Topic::name).toList();
    }

    /** Goes to the oldest record of every partition. */
    public void seekToBeginning() {
        consumer.seekToBeginning(partitions());
    }

    /** Goes to so many records before the end of every partition, or to its oldest where it has no more. */
    public void seekToNewest(long records) {
        Map<TopicPartition, Long> oldest = consumer.beginningOffsets(partitions());
        ends().forEach((each, end) -> consumer.seek(each, Math.max(oldest.getOrDefault(each, 0L), end - records)));
    }

    /** Goes to where the next record of every partition will be written. */
    public void seekToEnd() {
        consumer.seekToEnd(partitions());
        partitions().forEach(consumer::position);
    }

    /** Goes to a place of each partition, such as {@link #ends()} were at an earlier moment. */
    public void seek(Map<TopicPartition, Long> places) {
        partitions();
        places.forEach(consumer::seek);
    }

    /** Returns where the next record of each partition will be read. */
    public Map<TopicPartition, Long> places() {
        return partitions().stream().collect(Collectors.toUnmodifiableMap(each -> each, consumer::position));
    }

    /** Returns where what is committed ends now. */
    public Map<TopicPartition, Long> ends() {
        return consumer.endOffsets(partitions());
    }

    /** Returns where what is committed ends now, or throws a {@link TimeoutException} after {@code wait}. */
    public Map<TopicPartition, Long> ends(Duration wait) {
        return consumer.endOffsets(partitions(), wait);
    }

    /**
     * Returns how many records this is behind {@code ends}; offsets that hold no record, such as marks of transactions,
     * count too.
     */
    public long behind(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    /** Hands over what comes next, as soon as there is some, or nothing after {@code wait}. */
    public void poll(Duration wait, Consumer<ConsumerRecord<String, byte[]>> each) {
        consumer.poll(wait).forEach(each);
    }

    /** Hands over every record from here to what is the newest at the call. */
    public void readToEnd(Consumer<ConsumerRecord<String, byte[]>> each) {
        Map<TopicPartition, Long> ends = ends();
        while (behind(ends) > 0) {
            poll(POLL, each);
        }
    }

    /** Hands over every record from here to {@code ends}, which it does not end before, and none after. */
    public void readTo(Map<TopicPartition, Long> ends, Consumer<ConsumerRecord<String, byte[]>> each) {
        while (behind(ends) > 0) {
            poll(POLL, record -> {
                if (record.offset() < ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L)) {
                    each.accept(record);
                }
            });
        }
    }

    /**
     * Ends what waits in another thread with a {@code WakeupException}; the only method that another thread may call.
     */
    public void wakeup() {
        consumer.wakeup();
    }

    private List<TopicPartition> partitions() {
        if (partitions.isEmpty()) {
            List<TopicPartition> found = new ArrayList<>();
            topics.forEach(topic ->
                    known(topic).forEach(each -> found.add(new TopicPartition(each.topic(), each.partition()))));
            consumer.assign(found);
            partitions = List.copyOf(found);
        }
        return partitions;
    }

    private List<PartitionInfo> known(String topic) {
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        if (known == null || known.isEmpty()) {
            throw new TimeoutException("There is no topic " + topic + ". `heed topics` creates it.");
        }
        return known;
    }

    @Override
    public void close() {
        consumer.close();
    }
}

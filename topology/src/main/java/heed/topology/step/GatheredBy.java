package heed.topology.step;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

/**
 * Brings the records of all hospitals together in one partition that have the same subject, as the default partitioner
 * does those of the same key.
 */
final class GatheredBy<V> implements StreamPartitioner<String, V> {

    private final BiFunction<String, V, String> subject;

    /** Gathers by what {@code subject} returns of key and value. */
    GatheredBy(BiFunction<String, V, String> subject) {
        this.subject = subject;
    }

    /**
     * Kafka 4.4 deprecates this method for one with headers, and still leaves it the only abstract one: until 5.0 it
     * has to be here.
     */
    @Override
    @SuppressWarnings("removal")
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int partitions) {
        byte[] text = subject.apply(key, value).getBytes(StandardCharsets.UTF_8);
        return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(text)) % partitions));
    }
}

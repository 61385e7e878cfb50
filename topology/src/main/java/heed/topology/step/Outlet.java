package heed.topology.step;

import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Writes one topic, as a node that steps send to.
 *
 * @param <K> keys of the topic
 * @param <V> values of the topic
 */
public final class Outlet<K, V> {

    private final String node;
    private final Topic<V> topic;
    private final Supplier<Serializer<K>> keys;
    private final @Nullable StreamPartitioner<K, V> partitioner;

    private Outlet(
            String node, Topic<V> topic, Supplier<Serializer<K>> keys, @Nullable StreamPartitioner<K, V> partitioner) {
        this.node = node;
        this.topic = topic;
        this.keys = keys;
        this.partitioner = partitioner;
    }

    /** Writes {@code topic} by the node of that name, partitioned by key. */
    public static <V> Outlet<String, V> to(String node, Topic<V> topic) {
        return new Outlet<>(node, topic, StringSerializer::new, null);
    }

    /**
     * Writes {@code topic} by the node of that name. Records of which {@code subject} returns the same, of key and
     * value, come together in one partition.
     */
    public static <V> Outlet<String, V> gathered(String node, Topic<V> topic, BiFunction<String, V, String> subject) {
        return new Outlet<>(node, topic, StringSerializer::new, new GatheredBy<>(subject));
    }

    /** Writes {@code topic} by the node of that name, keys and values as they were received. */
    public static Outlet<byte[], byte[]> asReceived(String node, Topic<byte[]> topic) {
        return new Outlet<>(node, topic, ByteArraySerializer::new, null);
    }

    /** Writes {@code topic} by the node of that name, of which steps bring keys and values as the topic has them. */
    public static Outlet<byte[], byte[]> asWritten(String node, Topic<?> topic) {
        return asReceived(node, new Topic<>(topic.name(), byte[].class, topic.config()));
    }

    void addTo(Topology topology, TopicSerdes serdes, String... steps) {
        topology.addSink(node, topic.name(), keys.get(), serdes.of(topic).serializer(), partitioner(), steps);
    }

    /** Returns what chooses a partition; null where the key does. */
    @Nullable
    StreamPartitioner<K, V> partitioner() {
        return partitioner;
    }

    /**
     * Writes a record; null is the end of what its key names. A time before 1970 becomes that, because no record may
     * have one.
     */
    public void say(ProcessorContext<? super K, ? super V> context, K key, @Nullable V value, long atMs) {
        send(context, new Record<>(key, value, Math.max(0, atMs)));
    }

    /** Writes a record with its headers. */
    public void send(ProcessorContext<? super K, ? super V> context, Record<K, V> record) {
        context.forward(record, node);
    }
}

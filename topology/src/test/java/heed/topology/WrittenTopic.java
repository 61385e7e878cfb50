package heed.topology;

import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** What the pipeline wrote to one topic: all of it since the last call, or the newest of every key. */
final class WrittenTopic<V> {

    private final Topic<V> topic;
    private final Deserializer<V> values;
    private final TestOutputTopic<String, byte[]> written;
    private final Map<String, byte[]> latest = new TreeMap<>();

    WrittenTopic(Topic<V> topic, TopologyTestDriver driver, AvroSerdes serdes) {
        this.topic = topic;
        this.values = serdes.of(topic).deserializer();
        this.written = driver.createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    List<byte[]> bytes() {
        return written.readValuesToList();
    }

    List<V> records() {
        return bytes().stream().map(this::record).toList();
    }

    /** Returns the newest bytes of every key; a tombstone takes its key out. */
    Map<String, byte[]> latestBytes() {
        while (!written.isEmpty()) {
            TestRecord<String, byte[]> next = written.readRecord();
            if (next.value() == null) {
                latest.remove(next.key());
            } else {
                latest.put(next.key(), next.value());
            }
        }
        return latest;
    }

    Map<String, V> latest() {
        Map<String, V> read = new TreeMap<>();
        latestBytes().forEach((key, value) -> read.put(key, record(value)));
        return read;
    }

    /** As {@link #latest}, of what was written since the last call. */
    Map<String, V> takeLatest() {
        Map<String, V> taken = latest();
        latest.clear();
        return taken;
    }

    private V record(byte[] value) {
        return values.deserialize(topic.name(), value);
    }
}

package heed.schemas.reader;

import heed.schemas.Comment;
import heed.schemas.Rated;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** A topic of patients' words with one partition, as a consumer sees it that has nothing behind it. */
final class MockTopic {

    static final TopicPartition PARTITION = new TopicPartition(Topics.COMMENTS.name(), 0);

    private static final Node NODE = new Node(0, "localhost", 9092);

    private final AvroSerdes serdes;
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");

    /** Creates a topic that has {@code end} records when it is first looked at. */
    MockTopic(long end, SchemaRegistry registry) {
        serdes = new AvroSerdes(registry);
        var nodes = new Node[] {NODE};
        consumer.updatePartitions(
                PARTITION.topic(), List.of(new PartitionInfo(PARTITION.topic(), 0, NODE, nodes, nodes)));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, end));
    }

    MockTopic(long end) {
        this(end, new MemorySchemaRegistry());
    }

    MockConsumer<String, byte[]> consumer() {
        return consumer;
    }

    MockTopic words(long offset, String key, String text) {
        return bytes(
                offset, key, serdes.of(Topics.COMMENTS).serializer().serialize(PARTITION.topic(), comment(key, text)));
    }

    MockTopic tombstone(long offset, String key) {
        return bytes(offset, key, null);
    }

    MockTopic bytes(long offset, String key, byte[] value) {
        consumer.schedulePollTask(
                () -> consumer.addRecord(new ConsumerRecord<>(PARTITION.topic(), 0, offset, key, value)));
        return this;
    }

    static Comment comment(String id, String text) {
        return new Comment(id, 1, "H1", null, null, null, Rated.UNSTATED, text, Instant.parse("2026-03-01T12:00:00Z"));
    }
}

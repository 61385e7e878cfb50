package heed.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.Pulse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class PulseWriterTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final MockProducer<byte[], Pulse> producer = producer((topic, pulse) -> new byte[0]);
    private final PulseWriter writer = new PulseWriter(producer);

    @Test
    void tellsEveryPartitionAndStampsTheTime() {
        // When
        writer.beat(NOON, EVERY);

        // Then
        assertThat(producer.history())
                .extracting(
                        ProducerRecord::topic,
                        ProducerRecord::partition,
                        ProducerRecord::timestamp,
                        record -> record.value().getEveryMs())
                .containsExactly(
                        tuple("heed.pulse.v1", 0, NOON.toEpochMilli(), 300_000L),
                        tuple("heed.pulse.v1", 1, NOON.toEpochMilli(), 300_000L),
                        tuple("heed.pulse.v1", 2, NOON.toEpochMilli(), 300_000L));
    }

    @Test
    void goesOnAfterKafkaHasRefusedThePulse() {
        // Given
        writer.beat(NOON, EVERY);
        producer.errorNext(new InvalidTimestampException("too far ahead"));

        // When
        writer.beat(NOON.plus(EVERY), EVERY);

        // Then
        assertThat(producer.history()).hasSize(6);
    }

    @Test
    void doesNotThrowWhereThePulseCannotBeHandedOver() {
        // Given
        var broken = producer((topic, pulse) -> {
            throw new IllegalArgumentException("no schema");
        });

        // When // Then
        assertThatCode(() -> new PulseWriter(broken).beat(NOON, EVERY)).doesNotThrowAnyException();
    }

    private static MockProducer<byte[], Pulse> producer(Serializer<Pulse> serializer) {
        List<PartitionInfo> partitions = IntStream.range(0, 3)
                .mapToObj(partition -> new PartitionInfo("heed.pulse.v1", partition, null, new Node[0], new Node[0]))
                .toList();
        Cluster cluster = new Cluster("one", List.of(), partitions, Set.of(), Set.of());
        return new MockProducer<>(cluster, false, new RoundRobinPartitioner(), new ByteArraySerializer(), serializer);
    }
}

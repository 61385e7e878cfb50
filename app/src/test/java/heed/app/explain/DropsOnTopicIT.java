package heed.app.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.app.server.embedded.EmbeddedBroker;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedValues;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropsOnTopicIT {

    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());

    @TempDir
    Path directory;

    @Test
    void findsTheNewestRecordOfEveryDropAlsoOfOneThatAnotherOfItsKeyFollowed() throws Exception {
        // Given
        Drop opened = SampleDrops.full().setDropId("first").build();
        Drop recovered = SampleDrops.full()
                .setDropId("first")
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.RECOVERED)
                .setRecoveredAt(Instant.parse("2026-04-01T00:00:00Z"))
                .build();
        Drop next = SampleDrops.full().setDropId("second").build();
        Drop uncommitted = SampleDrops.full().setDropId("taken back").build();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
            createTopic(broker.bootstrap());
            try (KafkaProducer<String, byte[]> producer = producer(broker.bootstrap())) {
                producer.initTransactions();
                producer.beginTransaction();
                for (Drop drop : List.of(opened, recovered, next)) {
                    producer.send(record(bytes(drop))).get();
                }
                producer.send(record(new byte[] {9, 9})).get();
                producer.send(record(null)).get();
                producer.commitTransaction();
                producer.beginTransaction();
                producer.send(record(bytes(uncommitted))).get();
                producer.abortTransaction();
            }

            // When
            List<Drop> drops = topic(broker.bootstrap()).newestBy(Drop::getDropId);

            // Then
            assertThat(drops).containsExactly(recovered, next);
        }
    }

    @Test
    void saysHowToMakeTheTopicWhereThereIsNone() {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
            // When // Then
            assertThatThrownBy(() -> topic(broker.bootstrap()).newestBy(Drop::getDropId))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("There is no topic heed.drops.v1. `heed topics` creates it.");
        }
    }

    private CommittedValues<Drop> topic(String bootstrap) {
        return new CommittedValues<>(
                Topics.DROPS, serdes, CommittedConsumers.of(Map.of("bootstrap.servers", bootstrap)));
    }

    private byte[] bytes(Drop drop) {
        return serdes.of(Topics.DROPS).serializer().serialize(Topics.DROPS.name(), drop);
    }

    private static ProducerRecord<String, byte[]> record(byte[] value) {
        return new ProducerRecord<>(Topics.DROPS.name(), "H1|Ward-7|fft-2020.positive", value);
    }

    private static void createTopic(String bootstrap) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(Topics.DROPS.name(), 2, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "drops"),
                new StringSerializer(),
                new ByteArraySerializer());
    }
}

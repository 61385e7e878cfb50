package heed.app.rebaseline;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.server.embedded.EmbeddedBroker;
import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedValues;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwaitedActionWriterIT {

    private static final Action ACT = Action.newBuilder()
            .setActionId("4f0c6c1e-0000-4000-8000-000000000001")
            .setKind(ActionKind.REBASELINED)
            .setHospital("H1")
            .setUnit("W2")
            .setMeasure("fft-2020.positive")
            .setDropId("a drop")
            .setWho("Sister Evans")
            .setAt(Instant.parse("2026-06-03T09:00:00Z"))
            .setText("The new ward is open.")
            .build();

    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());

    @TempDir
    Path directory;

    @Test
    void writesAnActUnderItsHospitalAtItsOwnTime() throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
                admin.createTopics(List.of(
                                new NewTopic(Topics.ACTIONS.name(), 1, (short) 1).configs(Topics.ACTIONS.config())))
                        .all()
                        .get();
            }

            // When
            try (var writer = new AwaitedActionWriter(Map.of("bootstrap.servers", broker.bootstrap()), serdes)) {
                writer.write(ACT);
            }

            // Then
            var acts = new CommittedValues<>(
                    Topics.ACTIONS, serdes, CommittedConsumers.of(Map.of("bootstrap.servers", broker.bootstrap())));
            assertThat(acts.newestBy(Action::getActionId)).containsExactly(ACT);
            ConsumerRecord<byte[], byte[]> record = only(broker.bootstrap());
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("H1");
            assertThat(Instant.ofEpochMilli(record.timestamp())).isEqualTo(ACT.getAt());
        }
    }

    private static ConsumerRecord<byte[], byte[]> only(String bootstrap) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(Topics.ACTIONS.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(10)).iterator().next();
        }
    }
}

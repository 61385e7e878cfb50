package heed.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaActionWriterTest {

    private static final Action ACT = Action.newBuilder()
            .setActionId("4f0c6c1e-0000-4000-8000-000000000001")
            .setKind(ActionKind.NOTED)
            .setHospital("H1")
            .setUnit("W2")
            .setMeasure("fft-2020.positive")
            .setDropId("a drop")
            .setWho("Sister Evans")
            .setAt(Instant.parse("2026-06-03T09:00:00Z"))
            .setText("Two nurses short.")
            .build();

    private final MockProducer<String, Action> producer = producer((topic, action) -> new byte[0]);
    private final KafkaActionWriter writer = new KafkaActionWriter(producer);

    @Test
    void keysByHospitalAndStampsTheActsOwnTime() {
        // When
        var unused = writer.write(ACT);

        // Then
        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("heed.actions.v1");
            assertThat(record.key()).isEqualTo("H1");
            assertThat(record.timestamp())
                    .isEqualTo(Instant.parse("2026-06-03T09:00:00Z").toEpochMilli());
            assertThat(record.value()).isEqualTo(ACT);
        });
    }

    @Test
    void completesOnlyAfterTheAcknowledgement() {
        // Given
        CompletableFuture<Void> stage = writer.write(ACT).toCompletableFuture();
        boolean before = stage.isDone();

        // When
        producer.completeNext();

        // Then
        assertThat(before).isFalse();
        assertThat(stage).isCompleted();
    }

    @Test
    void failsWhereKafkaDoesNotAcknowledge() {
        // Given
        CompletableFuture<Void> stage = writer.write(ACT).toCompletableFuture();

        // When
        producer.errorNext(new TimeoutException("expired"));

        // Then
        assertThatThrownBy(stage::join).hasCauseExactlyInstanceOf(TimeoutException.class);
    }

    @Test
    void failsWhereTheActCannotBeHandedOver() {
        // Given
        var broken = producer((topic, action) -> {
            throw new IllegalArgumentException("no schema");
        });

        // When
        CompletableFuture<Void> stage = new KafkaActionWriter(broken).write(ACT).toCompletableFuture();

        // Then
        assertThatThrownBy(stage::join).hasCauseExactlyInstanceOf(IllegalArgumentException.class);
    }

    private static MockProducer<String, Action> producer(Serializer<Action> serializer) {
        return new MockProducer<>(false, new RoundRobinPartitioner(), new StringSerializer(), serializer);
    }
}

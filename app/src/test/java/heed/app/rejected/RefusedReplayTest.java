package heed.app.rejected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class RefusedReplayTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final RefusedReplay replay = new RefusedReplay(producer, Clock.fixed(NOON, ZoneOffset.UTC));

    private static Refused refused(String id, String topic, byte[] value) {
        return new Refused(
                id, "unknown_hospital", "admit", "", topic, topic + "-0-7", MORNING, "H1", Bytes.wrap(value));
    }

    @Test
    void sendsTheSameBytesUnderTheSameKeyAsOnesThatArriveNowAndLeavesTheRestOut() {
        // When
        replay.send(refused("0-1", Topics.FEEDBACK.name(), new byte[] {0, 1, 2}));
        replay.send(refused("0-2", Topics.FEEDBACK.name(), null));
        replay.send(refused("0-3", Topics.DAYS.name(), new byte[] {3}));
        RefusedReplay.Outcome outcome = replay.finish();

        // Then
        assertThat(outcome).isEqualTo(new RefusedReplay.Outcome(1, 1, 1));
        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("heed.feedback.v1");
            assertThat(record.key()).isEqualTo("H1");
            assertThat(record.value()).containsExactly(0, 1, 2);
            assertThat(record.timestamp()).isEqualTo(NOON.toEpochMilli());
        });
    }

    @Test
    void saysWhatKafkaDidNotTake() {
        // Given
        var manual = new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        var failing = new RefusedReplay(manual, Clock.fixed(NOON, ZoneOffset.UTC));
        failing.send(refused("0-1", Topics.FEEDBACK.name(), new byte[] {1}));
        manual.errorNext(new TimeoutException("no broker"));

        // When // Then
        assertThatThrownBy(failing::finish).hasMessage("Kafka took 0 of them, and not all: no broker");
    }

    @Test
    void meansRecordsByReasonSourceKeyTimeAndId() {
        // Given
        Refused refused = refused("0-1", Topics.FEEDBACK.name(), null);

        // When // Then
        assertThat(filter(Set.of(), "heed.feedback.v1", "H1", MORNING, NOON, Set.of("0-1"))
                        .takes(refused))
                .isTrue();
        assertThat(filter(Set.of("unknown_hospital"), null, null, MORNING, NOON, Set.of())
                        .takes(refused))
                .isTrue();
        assertThat(filter(Set.of("too_late"), null, null, MORNING, NOON, Set.of())
                        .takes(refused))
                .isFalse();
        assertThat(filter(Set.of(), "heed.days.v1", null, MORNING, NOON, Set.of())
                        .takes(refused))
                .isFalse();
        assertThat(filter(Set.of(), null, "H2", MORNING, NOON, Set.of()).takes(refused))
                .isFalse();
        assertThat(filter(Set.of(), null, null, MORNING.plusMillis(1), NOON, Set.of())
                        .takes(refused))
                .isFalse();
        assertThat(filter(Set.of(), null, null, Instant.EPOCH, MORNING, Set.of())
                        .takes(refused))
                .isFalse();
        assertThat(filter(Set.of(), null, null, MORNING, NOON, Set.of("0-2")).takes(refused))
                .isFalse();
    }

    private static RefusedFilter filter(
            Set<String> reasons, String source, String key, Instant since, Instant until, Set<String> ids) {
        return new RefusedFilter(reasons, Optional.ofNullable(source), Optional.ofNullable(key), since, until, ids);
    }
}

package heed.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RegistryRetryTest {

    private final List<Duration> pauses = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-01T00:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final RegistryRetry retry = new RegistryRetry(Duration.ofSeconds(20), clock, length -> {
        pauses.add(length);
        now = now.plus(length);
    });

    @Test
    void returnsAtTheFirstAnswerAfterPausesThatDouble() {
        // When
        String answer = retry.call("registry", failing(3));
        // Then
        assertThat(answer).isEqualTo("ready");
        assertThat(pauses).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800));
    }

    @Test
    void givesUpWithTheLastFailureOnceAnotherPauseWouldPassTheDeadline() {
        // When // Then
        assertThatThrownBy(() -> retry.call("registry", failing(99)))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("schema registry at http://registry: refused 8; check that it runs, that this URL is the"
                        + " base of its Confluent-compatible API, and that it may be used from here");
        assertThat(pauses).endsWith(Duration.ofMillis(3_200), Duration.ofSeconds(5), Duration.ofSeconds(5));
    }

    @Test
    void triesNothingElseAgain() {
        // When // Then
        assertThatThrownBy(() -> retry.call("registry", () -> {
                    throw new SchemaRefusedException("http://registry", "heed.feedback.v1-value", "incompatible");
                }))
                .isInstanceOf(SchemaRefusedException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void stopsWhenItsThreadIsToStop() {
        // Given
        RegistryRetry interrupted = new RegistryRetry(Duration.ofDays(1), clock, length -> {
            throw new InterruptedException();
        });
        // When // Then
        assertThatThrownBy(() -> interrupted.call("registry", failing(99)))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static Supplier<String> failing(int times) {
        List<Integer> attempts = new ArrayList<>();
        return () -> {
            attempts.add(attempts.size() + 1);
            if (attempts.size() <= times) {
                throw new RegistryUnavailableException("http://registry", "refused " + attempts.size());
            }
            return "ready";
        };
    }
}

package heed.connectors.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PollPaceTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    private PollPace pace(Duration rest) {
        return new PollPace(rest, nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aLongRestIsCountedOverSeveralPolls() {
        // Given
        PollPace pace = pace(Duration.ofMillis(2_500));
        List<Duration> pauses = new ArrayList<>();
        pace.rest();

        // When
        while (pace.isResting()) {
            pauses.add(pace.pause());
            pass(pace.pause());
        }

        // Then
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(500));
        assertThat(pace.pause()).isZero();
    }

    @Test
    void nothingIsWaitedForBeforeARestBegins() {
        // Given
        PollPace pace = pace(Duration.ofMinutes(1));

        // When // Then
        assertThat(pace.isResting()).isFalse();
        assertThat(pace.pause()).isZero();
        assertThat(pace.step()).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace(Duration.ofMillis(50)).step()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void aPollIsLongFromOneSecondOn() {
        // Given
        PollPace pace = pace(Duration.ofMinutes(1));
        pace.begin();

        // When
        pass(Duration.ofSeconds(1).minusNanos(1));
        boolean before = pace.isLong();
        pass(Duration.ofNanos(1));
        boolean at = pace.isLong();

        // Then
        assertThat(before).isFalse();
        assertThat(at).isTrue();
    }
}

package heed.monitoring.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final Throttle throttle = new Throttle(3);

    private void guessWrongly(int times, Instant at) {
        for (int each = 0; each < times; each++) {
            throttle.failed("evans", at);
        }
    }

    @Test
    void waitsAfterTheFreeFailuresAndTwiceAsLongAfterEachFurtherOne() {
        // Given
        guessWrongly(2, NOON);

        // When
        Duration two = throttle.left("evans", NOON);
        guessWrongly(1, NOON);
        Duration three = throttle.left("evans", NOON);
        guessWrongly(1, NOON);
        Duration four = throttle.left("evans", NOON);
        Duration over = throttle.left("evans", NOON.plusSeconds(2));
        guessWrongly(996, NOON);
        Duration thousand = throttle.left("evans", NOON);

        // Then
        assertThat(two).isZero();
        assertThat(three).isEqualTo(Duration.ofSeconds(1));
        assertThat(four).isEqualTo(Duration.ofSeconds(2));
        assertThat(over).isZero();
        assertThat(thousand).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void forgetsAfterASuccessAndAfterADayWithoutAFailure() {
        // Given
        guessWrongly(5, NOON);
        Instant later = NOON.plus(Duration.ofHours(24)).plusSeconds(1);

        // When
        guessWrongly(1, later);
        Duration after = throttle.left("evans", later);
        guessWrongly(5, later);
        throttle.succeeded("evans");

        // Then
        assertThat(after).isZero();
        assertThat(throttle.left("evans", later)).isZero();
    }

    @Test
    void slowsDownNobodyElse() {
        // When
        guessWrongly(100, NOON);

        // Then
        assertThat(throttle.left("price", NOON)).isZero();
    }
}

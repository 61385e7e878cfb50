package heed.connectors.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientBucketsTest {

    private Instant now = Instant.parse("2026-04-01T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final ClientBuckets buckets = new ClientBuckets(2, 3, clock);

    @Test
    void takesTheBurstAndThenSaysHowLongToWait() {
        // When
        List<Duration> waits =
                List.of(buckets.take("a"), buckets.take("a"), buckets.take("a"), buckets.take("a"), buckets.take("b"));

        // Then
        assertThat(waits)
                .containsExactly(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ofMillis(500), Duration.ZERO);
    }

    @Test
    void refillsAtItsRateAndNeverBeyondTheBurst() {
        // Given
        empty("a");

        // When
        now = now.plus(Duration.ofMillis(499));
        Duration early = buckets.take("a");
        now = now.plus(Duration.ofMillis(1));
        Duration inTime = buckets.take("a");
        now = now.plus(Duration.ofDays(1));
        int afterADay = empty("a");

        // Then
        assertThat(early).isEqualTo(Duration.ofMillis(1));
        assertThat(inTime).isZero();
        assertThat(afterADay).isEqualTo(3);
    }

    @Test
    void outlivesAClockThatIsSetBack() {
        // Given
        empty("a");

        // When
        now = now.plus(Duration.ofHours(-1));
        Duration wait = buckets.take("a");
        now = now.plus(Duration.ofMillis(500));

        // Then
        assertThat(wait).isEqualTo(Duration.ofMillis(500));
        assertThat(buckets.take("a")).isZero();
    }

    @Test
    void countsAnIpv6NetworkAsOneClient() {
        // Given
        empty("[2001:db8:0:1::1]");

        // When
        Duration sameNetwork = buckets.take("2001:db8:0:1:ffff::2");
        Duration otherNetwork = buckets.take("2001:db8:0:2::1");

        // Then
        assertThat(sameNetwork).isPositive();
        assertThat(otherNetwork).isZero();
    }

    @Test
    void forgetsTheClientSeenLongestAgo() {
        // Given
        empty("first");

        // When
        Set<Duration> waits = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            waits.add(buckets.take("client-" + i));
        }

        // Then
        assertThat(waits).containsExactly(Duration.ZERO);
        assertThat(buckets.take("first")).isZero();
    }

    private int empty(String client) {
        int taken = 0;
        while (buckets.take(client).isZero()) {
            taken++;
        }
        return taken;
    }
}

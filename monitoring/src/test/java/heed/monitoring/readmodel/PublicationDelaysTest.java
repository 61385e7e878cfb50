package heed.monitoring.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublicationDelaysTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final PublicationDelays delays = new PublicationDelays();
    private final List<Duration> told = new ArrayList<>();

    @BeforeEach
    void listen() {
        delays.listener(told::add);
    }

    @Test
    void saysHowLongAgoTheResponseBehindEachChangedScoreArrived() {
        // Given
        delays.published(NOON);

        // When
        delays.await(NOON);
        delays.await(NOON.plusMillis(300));
        delays.published(NOON.plusSeconds(1));
        delays.published(NOON.plusSeconds(2));

        // Then
        assertThat(told).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(700));
    }

    @Test
    void leavesOutWhatWasThereWhenReadingBegan() {
        // When
        delays.await(NOON);
        delays.published(NOON.plusSeconds(1));
        delays.restart();
        delays.await(NOON);
        delays.published(NOON.plusSeconds(2));

        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void leavesOutHistoryThatIsPlayedInAndKnowsNoNegativeAge() {
        // Given
        delays.published(NOON);

        // When
        delays.await(NOON.minus(PublicationDelays.LONGEST));
        delays.await(NOON.minus(PublicationDelays.LONGEST).minusMillis(1));
        delays.await(NOON.plusSeconds(5));
        delays.published(NOON);

        // Then
        assertThat(told).containsExactly(PublicationDelays.LONGEST, Duration.ZERO);
    }
}

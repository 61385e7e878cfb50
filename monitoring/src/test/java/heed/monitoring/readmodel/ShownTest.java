package heed.monitoring.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShownTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final Shown shown = new Shown();
    private final List<Duration> ages = new ArrayList<>();

    @BeforeEach
    void listen() {
        shown.listener(ages::add);
    }

    @Test
    void saysHowLongAgoTheResponseBehindEachChangedScoreArrived() {
        // Given
        shown.published(NOON);

        // When
        shown.changed(NOON);
        shown.changed(NOON.plusMillis(300));
        shown.published(NOON.plusSeconds(1));
        shown.published(NOON.plusSeconds(2));

        // Then
        assertThat(ages).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(700));
    }

    @Test
    void leavesOutWhatWasThereWhenReadingBegan() {
        // When
        shown.changed(NOON);
        shown.published(NOON.plusSeconds(1));
        shown.restart();
        shown.changed(NOON);
        shown.published(NOON.plusSeconds(2));

        // Then
        assertThat(ages).isEmpty();
    }

    @Test
    void leavesOutHistoryThatIsPlayedInAndKnowsNoNegativeAge() {
        // Given
        shown.published(NOON);

        // When
        shown.changed(NOON.minus(Shown.NEWS));
        shown.changed(NOON.minus(Shown.NEWS).minusMillis(1));
        shown.changed(NOON.plusSeconds(5));
        shown.published(NOON);

        // Then
        assertThat(ages).containsExactly(Shown.NEWS, Duration.ZERO);
    }
}

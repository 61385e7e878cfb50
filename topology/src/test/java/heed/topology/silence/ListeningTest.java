package heed.topology.silence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ListeningTest {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long EVERY = 10 * MINUTE;

    private final Listening listening = new Listening();

    @Test
    void anHourIsListenedToOnceItsGraceIsOver() {
        // Given
        beat(0, 55);

        // When
        long early = listening.pulse(HOUR + 5 * MINUTE - 1, EVERY);
        long dueMs = listening.pulse(HOUR + 5 * MINUTE, EVERY);

        // Then
        assertThat(early).isEqualTo(-1);
        assertThat(dueMs).isZero();
        assertThat(listening.hours().get(0)).isTrue();
    }

    @Test
    void aGapOfTwoAndAHalfIntervalsIsBridgedAndALongerOneIsNot() {
        // Given
        beat(0, 30);
        listening.pulse(55 * MINUTE, EVERY);
        beat(60, 125);

        // When
        listening.pulse(150 * MINUTE + 1, EVERY);
        beat(155, 260);

        // Then
        // Only the third hour has a gap that is too long
        assertThat(listening.hours().get(0)).isTrue();
        assertThat(listening.hours().get(1)).isTrue();
        assertThat(listening.hours().get(2)).isFalse();
        assertThat(listening.hours().get(3)).isTrue();
    }

    @Test
    void anHourThatPulsesBeganInIsNotListenedTo() {
        // When
        beat(10, 130);

        // Then
        assertThat(listening.hours().get(0)).isFalse();
        assertThat(listening.hours().get(1)).isTrue();
    }

    @Test
    void aPulseThatIsNotNewerChangesNothing() {
        // Given
        beat(0, 50);

        // When
        listening.pulse(20 * MINUTE, 30 * MINUTE);
        beat(60, 70);

        // Then
        assertThat(listening.hours().get(0)).isTrue();
    }

    private void beat(int fromMinute, int toMinute) {
        for (int minute = fromMinute; minute <= toMinute; minute += 5) {
            listening.pulse(minute * MINUTE, EVERY);
        }
    }
}

package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FifthsTest {

    @Test
    void isNeverMoreThanAFifth() {
        // When // Then
        assertThat(fifths(1)).containsExactly(0);
        assertThat(fifths(4)).containsExactly(0, 0, 0, 0);
        assertThat(fifths(5)).containsExactly(1, 0, 0, 0, -1);
        assertThat(fifths(9)).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, -1);
        assertThat(fifths(10)).containsExactly(1, 1, 0, 0, 0, 0, 0, 0, -1, -1);
        assertThat(Arrays.stream(fifths(143)).filter(fifth -> fifth == 1)).hasSize(28);
        assertThat(Arrays.stream(fifths(143)).filter(fifth -> fifth == -1)).hasSize(28);
    }

    @Test
    void refusesARankThatIsNone() {
        // When // Then
        assertThatThrownBy(() -> Fifths.of(0, 5)).hasMessage("rank must be 1 to 5, was 0");
        assertThatThrownBy(() -> Fifths.of(6, 5)).hasMessage("rank must be 1 to 5, was 6");
    }

    private static int[] fifths(int hospitals) {
        return IntStream.rangeClosed(1, hospitals)
                .map(rank -> Fifths.of(rank, hospitals))
                .toArray();
    }
}

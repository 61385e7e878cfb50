package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Ten hospitals, whose fifths have room for two each. */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 1",
        "1, 3, 0",
        "2, 2, 1",
        "2, 3, 0",
        "3, 8, 0",
        "8, 9, 0",
        "9, 9, -1",
        "9, 10, -1",
        "8, 10, 0",
        "1, 10, 0"
    })
    void putsThoseWithEqualScoresIntoTheSameFifth(int first, int last, int fifth) {
        // When // Then
        assertThat(Fifths.of(first, last, 10)).isEqualTo(fifth);
    }

    @Test
    void refusesPlacesThatAreNone() {
        // When // Then
        assertThatThrownBy(() -> Fifths.of(0, 1, 5)).hasMessage("places must be 1 to 5 in order, were 0 to 1");
        assertThatThrownBy(() -> Fifths.of(5, 6, 5)).hasMessage("places must be 1 to 5 in order, were 5 to 6");
        assertThatThrownBy(() -> Fifths.of(3, 2, 5)).hasMessage("places must be 1 to 5 in order, were 3 to 2");
    }

    private static int[] fifths(int hospitals) {
        return IntStream.rangeClosed(1, hospitals)
                .map(rank -> Fifths.of(rank, rank, hospitals))
                .toArray();
    }
}

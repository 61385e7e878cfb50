package heed.topology.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RowSampleTest {

    private final RowSample sample = new RowSample();

    private static byte[] key(int row) {
        return ("H" + row).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void countsFewRowsExactlyAsTheyComeChangeAndGo() {
        // When
        sample.note(key(1), new byte[10]);
        sample.note(key(2), new byte[20]);
        sample.note(key(2), new byte[5]);
        sample.note(key(3), new byte[7]);
        sample.note(key(3), null);
        sample.note(key(4), null);

        // Then
        assertThat(sample.size()).isEqualTo(new StateSize(2, 2 + 10 + 2 + 5));
    }

    @Test
    void isExactUpToAsManyRowsAsItRemembers() {
        // When
        for (int row = 0; row < RowSample.MOST; row++) {
            sample.note(key(row), new byte[10]);
        }

        // Then
        assertThat(sample.size().rows()).isEqualTo(1_024);
    }

    @Test
    void standsForManyRowsOfWhichMostAreGoneAgain() {
        // Given
        for (int row = 0; row < 500_000; row++) {
            sample.note(key(row), new byte[100]);
        }
        StateSize full = sample.size();

        // When
        for (int row = 0; row < 400_000; row++) {
            sample.note(key(row), null);
        }
        StateSize left = sample.size();

        // Then
        assertThat(full.rows()).isCloseTo(500_000, Percentage.withPercentage(5));
        assertThat(full.bytes()).isCloseTo(500_000 * 107L, Percentage.withPercentage(5));
        assertThat(left.rows()).isCloseTo(100_000, Percentage.withPercentage(15));
    }
}

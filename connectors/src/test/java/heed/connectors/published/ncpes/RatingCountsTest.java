package heed.connectors.published.ncpes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RatingCountsTest {

    @Test
    void meetsThePublishedMeanAndAboutItsInterval() {
        // When
        int[] counts = RatingCounts.of(721, 8.35, 8.2, 8.5);

        // Then
        // 8.35 of 721 is 6,020.35.
        assertThat(Arrays.stream(counts).sum()).isEqualTo(721);
        assertThat(sum(counts)).isEqualTo(6_020);
        assertThat(1.96 * Math.sqrt(variance(counts) / 721)).isCloseTo(0.15, within(0.0005));
    }

    @Test
    void goesAsFarApartAsTheEndsOfTheScaleAllow() {
        // When // Then
        assertThat(RatingCounts.of(40, 5, 0, 10)).containsExactly(16, 1, 1, 1, 1, 0, 1, 1, 1, 1, 16);
        assertThat(RatingCounts.of(3, 10, 9, 10)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3);
        assertThat(RatingCounts.of(3, 0, 0, 1)).containsExactly(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void staysTogetherWhereTheIntervalSaysSo() {
        // When // Then
        assertThat(RatingCounts.of(10, 8.52, 8.5, 8.5)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 5, 5, 0);
    }

    private static long sum(int[] counts) {
        long sum = 0;
        for (int rating = 0; rating <= 10; rating++) {
            sum += (long) counts[rating] * rating;
        }
        return sum;
    }

    private static double variance(int[] counts) {
        double mean = sum(counts) / 721.0;
        double squares = 0;
        for (int rating = 0; rating <= 10; rating++) {
            squares += counts[rating] * (rating - mean) * (rating - mean);
        }
        return squares / 720;
    }
}

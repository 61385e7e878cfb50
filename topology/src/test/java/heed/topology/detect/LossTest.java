package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LossTest {

    @Test
    void isThatOfTheScoreAsAFractionForEveryNumberOfPoints() {
        for (int points = 0; points <= 10_000; points++) {
            // Given
            double score = BigDecimal.valueOf(points, 4).doubleValue();

            // When
            int loss = Loss.ofBasisPoints(points);

            // Then
            assertThat(loss).as("%s points", points).isEqualTo(60 - (int) StrictMath.floor(60 * score + 0.5));
        }
    }

    @Test
    void staysBetweenTheEnds() {
        // When // Then
        assertThat(Loss.ofBasisPoints(-1)).isEqualTo(60);
        assertThat(Loss.ofBasisPoints(0)).isEqualTo(60);
        assertThat(Loss.ofBasisPoints(10_000)).isZero();
        assertThat(Loss.ofBasisPoints(10_001)).isZero();
    }

    @Test
    void keepsTheStepsOfFiveAndElevenPointScalesApart() {
        // When // Then
        assertThat(Loss.ofBasisPoints(7_500)).isEqualTo(15);
        assertThat(Loss.ofBasisPoints(9_000)).isEqualTo(6);
        assertThat(Loss.ofBasisPoints(6_667)).isEqualTo(20);
    }

    @Test
    void takesScoresBetweenBasisPointsAsTheyAre() {
        // When // Then
        assertThat(Loss.ofScore(1 / 3.0)).isEqualTo(40);
        assertThat(Loss.ofScore(0.991666)).isEqualTo(1);
        assertThat(Loss.ofScore(0.991667)).isZero();
    }
}

package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void choosesTheLeastFirstAsLongAsEachIsBelowItsOwnBound() {
        // When // Then
        // Bounds of four at .05: .0125, .0166, .025, .05.
        assertThat(Holm.chosen(new double[] {.04, .01, .03, .016}, .05)).containsExactly(1, 3);
        assertThat(Holm.chosen(new double[] {.05, .0125, .025, .016}, .05)).containsExactly(1, 3, 2, 0);
        assertThat(Holm.chosen(new double[] {.013, .013, .013, .013}, .05)).isEmpty();
        assertThat(Holm.chosen(new double[] {}, .05)).isEmpty();
    }

    @Test
    void isHarderOnEachTheMoreAreLookedAt() {
        // When // Then
        assertThat(Holm.chosen(new double[] {.04}, .05)).containsExactly(0);
        assertThat(Holm.chosen(new double[] {.04, 1}, .05)).isEmpty();
    }
}

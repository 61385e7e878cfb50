package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FalseShareTest {

    private final FalseShare share = new FalseShare(.10);

    @Test
    void choosesALineAtSoManyYearsForEachLineAndNotBelow() {
        // When
        int below = share.chosen(2_000, new double[] {199_999});
        int at = share.chosen(2_000, new double[] {200_000});

        // Then
        assertThat(below).isZero();
        assertThat(at).isEqualTo(1);
    }

    @Test
    void asksLessOfEachTheMoreThereAre() {
        // When
        int one = share.chosen(2_000, new double[] {50_000});
        int three = share.chosen(2_000, new double[] {50_000, 50_000, 50_000});
        int four = share.chosen(2_000, new double[] {50_000, 50_000, 50_000, 50_000});

        // Then
        assertThat(one).isZero();
        assertThat(three).isZero();
        assertThat(four).isEqualTo(4);
    }

    @Test
    void takesTheLargestNumberThatHoldsThoughASmallerOneDoesNot() {
        // When
        int chosen = share.chosen(100, new double[] {4_000, 9_000, 4_000, 12});

        // Then
        assertThat(chosen).isEqualTo(3);
    }

    @Test
    void choosesNothingWhereNothingHasEvidence() {
        // When // Then
        assertThat(share.chosen(2_000, new double[0])).isZero();
        assertThat(share.chosen(0, new double[0])).isZero();
        assertThat(share.chosen(2_000, new double[2_000])).isZero();
    }

    @Test
    void saysHowMuchEvidenceEachHasAtLeast() {
        // When // Then
        assertThat(share.least(2_000, 1)).isEqualTo(200_000);
        assertThat(share.least(2_000, 50)).isEqualTo(4_000);
        assertThat(new FalseShare(.20).least(2_000, 50)).isEqualTo(2_000);
    }

    @Test
    void refusesAShareThatIsNone() {
        // When // Then
        assertThatThrownBy(() -> new FalseShare(0)).hasMessageContaining("above 0 and below 1, was 0.0");
        assertThatThrownBy(() -> new FalseShare(1)).hasMessageContaining("above 0 and below 1, was 1.0");
    }
}

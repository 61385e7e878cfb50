package heed.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlainFiguresTest {

    @Test
    void eightOfTenHaveThePlainWilsonInterval() {
        // When
        PlainFigures figures = PlainFigures.of(10, 80_000, 800_000_000);

        // Then
        assertThat(figures.score()).isEqualTo(8_000);
        assertThat(figures.low()).isEqualTo(4_901.6, within(.1));
        assertThat(figures.high()).isEqualTo(9_433.2, within(.1));
    }

    @Test
    void roundsAHalfUp() {
        // When
        PlainFigures figures = PlainFigures.of(2, 10_001, 50_010_001);

        // Then
        assertThat(figures.score()).isEqualTo(5_001);
    }

    @Test
    void anEndIsRoundedWhereItLiesWithinHalfABasisPoint() {
        // When // Then
        assertThat(PlainFigures.rounds(4_902, 4_901.5)).isTrue();
        assertThat(PlainFigures.rounds(4_901, 4_901.5)).isTrue();
        assertThat(PlainFigures.rounds(4_903, 4_902.4)).isFalse();
        assertThat(PlainFigures.rounds(null, 4_902.4)).isFalse();
    }
}

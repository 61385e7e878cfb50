package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CountedTest {

    @Test
    void addsUp() {
        // When
        Counted both = new Counted(2, 15_000, 125_000_000).plus(new Counted(1, 10_000, 100_000_000));
        // Then
        assertThat(both).isEqualTo(new Counted(3, 25_000, 225_000_000));
        assertThat(both.score()).isEqualTo(2.5 / 3);
    }

    @Test
    void refusesWhatNoAnswersCanAddUpTo() {
        // When // Then
        assertThatThrownBy(() -> new Counted(-1, 0, 0))
                .hasMessage("no answers of 0 to 10000 points have n=-1 sum=0 sumOfSquares=0");
        assertThatThrownBy(() -> new Counted(1, 10_001, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Counted(1, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Counted(1, 5_000, 50_000_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Counted(1, 5_000, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Counted(1, 10_000, 100_000_000).score()).isEqualTo(1);
        assertThatThrownBy(Counted.NOTHING::score).hasMessage("no answers have no score");
    }
}

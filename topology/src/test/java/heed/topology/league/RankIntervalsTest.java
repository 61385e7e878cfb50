package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankIntervalsTest {

    @ParameterizedTest
    @CsvSource({"24, 2", "25, 2", "26, 1"})
    void leavesOutAtMostOneDrawInFortyAtEitherEnd(int first, int best) {
        // Given
        // 1,000 draws, of which 25 may lie beyond
        RankIntervals ranks = new RankIntervals(3);
        // When
        for (int draw = 0; draw < 1_000; draw++) {
            ranks.take(draw, draw < first ? new int[] {1, 2, 3} : new int[] {2, 1, 3});
        }
        // Then
        assertThat(ranks.of(0)).isEqualTo(new RankInterval(best, 2));
        assertThat(ranks.of(1)).isEqualTo(new RankInterval(1, 3 - best));
        assertThat(ranks.of(2)).isEqualTo(new RankInterval(3, 3));
    }

    @Test
    void sharesRanksAmongTheTied() {
        // Given
        RankIntervals ranks = new RankIntervals(3);
        // When
        ranks.takeTied(new int[] {1, 1, 3}, new int[] {2, 2, 3});
        // Then
        assertThat(ranks.of(0)).isEqualTo(new RankInterval(1, 2));
        assertThat(ranks.of(2)).isEqualTo(new RankInterval(3, 3));
    }

    @Test
    void refusesToJudgeWithoutDraws() {
        // When // Then
        assertThatThrownBy(() -> new RankIntervals(2).of(0)).hasMessage("no draw was taken");
    }
}

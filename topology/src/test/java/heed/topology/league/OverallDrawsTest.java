package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OverallDrawsTest {

    @Test
    void addsUpFifthsAndSharesRanksAmongTheTied() {
        // Given
        // Seven hospitals, of which each measure ranks five
        OverallDraws overall = new OverallDraws(7, 1);
        // When
        overall.measure(new int[] {0, 1, 2, 3, 4}).take(0, new int[] {1, 2, 3, 4, 5});
        overall.measure(new int[] {6, 5, 2, 1, 0}).take(0, new int[] {5, 4, 3, 2, 1});
        // Then
        // The nets are 2 0 0 0 -1 0 -1
        assertThat(overall.intervals(IntStream.range(0, 7).toArray()))
                .containsExactly(
                        new RankInterval(1, 1),
                        new RankInterval(2, 5),
                        new RankInterval(2, 5),
                        new RankInterval(2, 5),
                        new RankInterval(6, 7),
                        new RankInterval(2, 5),
                        new RankInterval(6, 7));
    }

    @Test
    void keepsDrawsApart() {
        // Given
        OverallDraws overall = new OverallDraws(5, 2);
        DrawConsumer measure = overall.measure(new int[] {0, 1, 2, 3, 4});
        // When
        measure.take(0, new int[] {1, 2, 3, 4, 5});
        measure.take(1, new int[] {5, 4, 3, 2, 1});
        // Then
        assertThat(overall.intervals(IntStream.range(0, 5).toArray()))
                .containsExactly(
                        new RankInterval(1, 5),
                        new RankInterval(2, 4),
                        new RankInterval(2, 4),
                        new RankInterval(2, 4),
                        new RankInterval(1, 5));
    }

    @Test
    void tiesAllWhereNothingWasMeasured() {
        // When // Then
        assertThat(new OverallDraws(2, 3).intervals(new int[] {0, 1}))
                .containsExactly(new RankInterval(1, 2), new RankInterval(1, 2));
    }
}

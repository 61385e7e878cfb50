package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharedRanksTest {

    @Test
    void equalsShareARankAndTheNextIsAsManyFurtherAsTheyAre() {
        // When
        SharedRanks ranks = ranks(70, 90, 80, 90, 70, 60, 70);

        // Then
        assertThat(places(7, ranks::rank)).containsExactly(4, 1, 3, 1, 4, 7, 4);
        assertThat(places(7, ranks::tied)).containsExactly(3, 2, 1, 2, 3, 1, 3);
    }

    @Test
    void fifthsAreCutByScoreAndNotByPlace() {
        // When
        SharedRanks roomForTwo = ranks(99, 95, 95, 90, 90, 80, 80, 80, 70, 70);

        // Then
        assertThat(places(10, roomForTwo::fifth)).containsExactly(1, 0, 0, 0, 0, 0, 0, 0, -1, -1);
    }

    @Test
    void whereAllAreEqualAllAreFirstAndInNoFifth() {
        // When
        SharedRanks ranks = ranks(100, 100, 100, 100, 100);

        // Then
        assertThat(places(5, ranks::rank)).containsOnly(1);
        assertThat(places(5, ranks::tied)).containsOnly(5);
        assertThat(places(5, ranks::fifth)).containsOnly(0);
    }

    @Test
    void anIntervalHoldsEveryPlaceThatTheEqualsTakeUp() {
        // When
        RankInterval interval = ranks(90, 80, 80, 80, 70).holding(2, new RankInterval(3, 3));

        // Then
        assertThat(interval).isEqualTo(new RankInterval(2, 4));
    }

    private static SharedRanks ranks(Integer... scores) {
        List<Integer> all = List.of(scores);
        return new SharedRanks(all.size(), Comparator.comparing(all::get, Comparator.reverseOrder()));
    }

    private static List<Integer> places(int hospitals, IntUnaryOperator of) {
        return IntStream.range(0, hospitals).map(of).boxed().toList();
    }
}

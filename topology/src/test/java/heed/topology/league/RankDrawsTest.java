package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.figures.Counted;
import heed.schemas.questionnaire.Better;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankDrawsTest {

    private static final List<Counted> FIVE =
            List.of(yes(90, 100), yes(450, 500), yes(170, 200), yes(29, 30), yes(1_740, 2_000));

    private static Counted yes(long yes, long n) {
        return new Counted(n, yes * 10_000, yes * 100_000_000);
    }

    private static List<int[]> ranks(RankDraws draws, int count) {
        List<int[]> ranks = new ArrayList<>();
        draws.forEach(count, (draw, drawn) -> ranks.add(drawn.clone()));
        return ranks;
    }

    private static int hash(List<int[]> ranks) {
        return Arrays.deepHashCode(ranks.toArray());
    }

    private static double[] meanRanks(RankDraws draws, int hospitals, int count) {
        double[] mean = new double[hospitals];
        draws.forEach(count, (draw, ranks) -> {
            for (int i = 0; i < hospitals; i++) {
                mean[i] += (double) ranks[i] / count;
            }
        });
        return mean;
    }

    @Test
    void givesTheSameRanksOnEveryRunAndEveryJava() {
        // When
        int once = hash(ranks(new RankDraws(FIVE, Better.HIGHER, 7), 10_000));
        int again = hash(ranks(new RankDraws(FIVE, Better.HIGHER, 7), 10_000));
        // Then
        assertThat(once).isEqualTo(again).isEqualTo(1690149315);
    }

    @Test
    void givesEveryRankOnceInEveryDraw() {
        // When
        List<int[]> draws = ranks(new RankDraws(FIVE, Better.HIGHER, 7), 1_000);
        // Then
        assertThat(draws).hasSize(1_000).allSatisfy(ranks -> assertThat(ranks)
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5));
    }

    @Test
    void changesTheDrawsWithTheSeed() {
        // When
        int seven = hash(ranks(new RankDraws(FIVE, Better.HIGHER, 7), 100));
        int eight = hash(ranks(new RankDraws(FIVE, Better.HIGHER, 8), 100));
        // Then
        assertThat(eight).isNotEqualTo(seven);
    }

    @Test
    void ranksTheBetterEndFirst() {
        // Given
        List<Counted> clear = List.of(yes(500, 1_000), yes(990, 1_000), yes(750, 1_000));
        // When // Then
        assertThat(ranks(new RankDraws(clear, Better.HIGHER, 1), 500))
                .allSatisfy(ranks -> assertThat(ranks).containsExactly(3, 1, 2));
        assertThat(ranks(new RankDraws(clear, Better.LOWER, 1), 500))
                .allSatisfy(ranks -> assertThat(ranks).containsExactly(1, 3, 2));
    }

    @Test
    void ranksHospitalsThatDoNotDifferInAnyOrder() {
        // Given
        List<Counted> alike = Collections.nCopies(9, yes(900, 1_000));
        // When
        double[] mean = meanRanks(new RankDraws(alike, Better.HIGHER, 1), 9, 10_000);
        // Then
        // The standard error of a mean is .026
        assertThat(mean).hasSize(9);
        for (double rank : mean) {
            assertThat(rank).isCloseTo(5, within(0.13));
        }
    }

    @Test
    void trustsManyAnswersMoreThanFew() {
        // Given
        // Three hospitals of 90% and one each of 95% with few and with many answers
        List<Counted> hospitals =
                List.of(yes(900, 1_000), yes(900, 1_000), yes(900, 1_000), yes(19, 20), yes(1_900, 2_000));
        // When
        double[] mean = meanRanks(new RankDraws(hospitals, Better.HIGHER, 1), 5, 10_000);
        // Then
        assertThat(mean[4]).isLessThan(mean[3] - 0.5);
        assertThat(mean[3]).isLessThan(mean[0]);
    }

    @Test
    void makesAHospitalAsLuckyInOneMeasureAsInAnother() {
        // Given
        // The same league, and turned round
        List<Counted> turned = new ArrayList<>(FIVE);
        Collections.reverse(turned);
        // When
        List<int[]> first = ranks(new RankDraws(FIVE, Better.HIGHER, 7, new long[] {6, 2, 0, 3, 5}), 1_000);
        List<int[]> second = ranks(new RankDraws(turned, Better.HIGHER, 7, new long[] {5, 3, 0, 2, 6}), 1_000);
        // Then
        for (int draw = 0; draw < 1_000; draw++) {
            int[] ranks = second.get(draw);
            assertThat(first.get(draw)).containsExactly(ranks[4], ranks[3], ranks[2], ranks[1], ranks[0]);
        }
    }

    @Test
    void ranksOneHospitalFirstAndNoneNotAtAll() {
        // When // Then
        assertThat(ranks(new RankDraws(List.of(yes(1, 2)), Better.HIGHER, 1), 2))
                .containsExactly(new int[] {1}, new int[] {1});
        assertThat(ranks(new RankDraws(List.of(), Better.HIGHER, 1), 1)).containsExactly(new int[0]);
    }

    @Test
    void refusesHospitalsWithoutAnswersAndWithoutLuck() {
        // When // Then
        assertThatThrownBy(() -> new RankDraws(List.of(yes(1, 2), Counted.NOTHING), Better.HIGHER, 1))
                .hasMessage("no answers have no score");
        assertThatThrownBy(() -> new RankDraws(FIVE, Better.HIGHER, 1, new long[] {1}))
                .hasMessage("5 hospitals but 1 seeds of luck");
    }
}

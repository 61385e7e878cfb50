package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.Rating;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTest {

    private static Counted yes(long yes, long n) {
        return new Counted(n, yes * 10_000, yes * 100_000_000);
    }

    @Test
    void drawsInTheFifthAtEachEnd() {
        // Given
        // 100 answers each, p0 .5, so z = 20 (p - .5): -8 -2 1 2 7, of which the outermost become -2 and 2
        List<Counted> hospitals = List.of(yes(10, 100), yes(85, 100), yes(55, 100), yes(40, 100), yes(60, 100));
        // When
        Pool pool = Pool.of(hospitals);
        // Then
        // phi 5 = 17, (17 - 4) / (2000 - 400)
        assertThat(pool.p0()).isEqualTo(0.5);
        assertThat(pool.answerRatio()).isEqualTo(1);
        assertThat(pool.tau2()).isCloseTo(13.0 / 1_600, within(1e-12));
    }

    @Test
    void leavesFourHospitalsAsTheyAre() {
        // When
        // z = -8 -2 2 8
        Pool pool = Pool.of(List.of(yes(10, 100), yes(40, 100), yes(60, 100), yes(90, 100)));
        // Then
        // (136 - 3) / (1600 - 400)
        assertThat(pool.tau2()).isCloseTo(133.0 / 1_200, within(1e-12));
    }

    @Test
    void weighsHospitalsByTheirAnswers() {
        // When
        // p0 .5, z = -4 and 2, w = 400 and 1600
        Pool pool = Pool.of(List.of(yes(30, 100), yes(220, 400)));
        // Then
        // (20 - 1) / (2000 - (400^2 + 1600^2) / 2000)
        assertThat(pool.p0()).isEqualTo(0.5);
        assertThat(pool.tau2()).isCloseTo(19.0 / 640, within(1e-12));
    }

    @Test
    void takesStepsForLessVariance() {
        // Given
        // 100 answers each, 40, 20, 40 and 80, 10, 10 times the points 0, 5,000, 10,000
        Counted even = new Counted(100, 500_000, 20 * 25_000_000L + 40 * 100_000_000L);
        Counted low = new Counted(100, 150_000, 10 * 25_000_000L + 10 * 100_000_000L);
        // When
        Pool pool = Pool.of(List.of(even, low));
        // Then
        // pp = 65.5 / 201, r = 1 - 7.5 / 201 / (pp (1 - pp))
        assertThat(pool.answerRatio()).isCloseTo(0.8302, within(0.0001));
        // 2 z^2 = 2 (.175)^2 w, so tau2 = 2 (.175)^2 - 1 / w, 1 / w = r .325 .675 / 100
        assertThat(pool.tau2()).isCloseTo(0.059429, within(0.000001));
    }

    @Test
    void findsNoDifferenceWhereHospitalsVaryLessThanChanceHasIt() {
        // When
        Pool pool = Pool.of(List.of(yes(50, 100), yes(51, 100), yes(49, 100)));
        // Then
        assertThat(pool.tau2()).isZero();
    }

    @Test
    void findsNoDifferenceInOneHospitalOrWhereAllScoreTheSameEnd() {
        // When // Then
        assertThat(Pool.of(List.of(yes(50, 100)))).isEqualTo(new Pool(0.5, 1, 0));
        assertThat(Pool.of(List.of(yes(0, 9), yes(0, 400)))).isEqualTo(new Pool(0, 1, 0));
    }

    @Test
    void findsNoRoomWhereAllAnswersAreGood() {
        // When
        Pool full = Pool.of(List.of(yes(9, 9), yes(400, 400)));
        // Then
        assertThat(full).isEqualTo(new Pool(1, 1, 0));
        assertThat(full.expectedRange(9)).isEqualTo(new Interval(1, 1));
        assertThat(full.rate(1, 9)).isEqualTo(Rating.WITHIN);
    }

    @Test
    void refusesHospitalsWithoutAnswers() {
        // When // Then
        assertThatThrownBy(() -> Pool.of(List.of())).hasMessage("needs at least one hospital");
        assertThatThrownBy(() -> Pool.of(List.of(yes(1, 2), Counted.NOTHING)))
                .hasMessage("a hospital without answers has no place in a pool");
    }
}

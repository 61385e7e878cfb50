package heed.schemas.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import heed.schemas.figures.PublishedSurvey.Cell;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds our figures against the published ones of the National Cancer Patient Experience Survey 2018. */
class PublishedSurveyTest {

    /** 1e-4 percentage points. */
    private static final double CLOSE = 1e-6;

    private final Map<String, List<Cell>> questions = PublishedSurvey.questions();
    private final List<Cell> cells =
            questions.values().stream().flatMap(Collection::stream).toList();

    @Test
    void givesThePublishedInterval() {
        // When
        double error = 0;
        for (Cell cell : cells) {
            error = Math.max(error, error(Wilson.interval(cell.p(), cell.n(), ScoreFigures.Z), cell.interval()));
        }
        // Then
        System.out.printf("%,d cells: intervals off by %.1e points at most%n", cells.size(), 100 * error);
        assertThat(cells).hasSize(3_364);
        assertThat(questions).hasSize(51);
        assertThat(error).isLessThan(CLOSE);
    }

    @Test
    void givesThePublishedRangeAndRatingFromThePublishersPool() {
        // When
        double error = 0;
        int differ = 0;
        for (List<Cell> question : questions.values()) {
            Pool pool = PublishedSurvey.readBack(question);
            for (Cell cell : question) {
                error = Math.max(error, error(pool.expectedRange(cell.n()), cell.expected()));
                differ += pool.rate(cell.p(), cell.n()) == cell.rating() ? 0 : 1;
            }
        }
        // Then
        System.out.printf(
                "%,d cells: ranges off by %.1e points at most, %d ratings differ%n", cells.size(), 100 * error, differ);
        assertThat(error).isLessThan(CLOSE);
        assertThat(differ).isZero();
    }

    /**
     * Our own estimate sees the 67 trusts of the table that have adjusted figures, the publisher's all of some 143: no
     * estimator can make that up. The figures are what was measured, so that a change of the estimator is noticed.
     */
    @Test
    void estimatesThePoolFromPartOfTheTrustsNearThePublishers() {
        // Given
        List<Pool> published = new ArrayList<>();
        List<Pool> ours = new ArrayList<>();
        int changed = 0;
        // When
        for (List<Cell> question : questions.values()) {
            published.add(PublishedSurvey.readBack(question));
            Pool own = Pool.of(question.stream().map(Cell::counted).toList());
            ours.add(own);
            for (Cell cell : question) {
                changed += own.rate(cell.p(), cell.n()) == cell.rating() ? 0 : 1;
            }
        }
        double[] p0 = published.stream().mapToDouble(Pool::p0).toArray();
        double[] ownP0 = ours.stream().mapToDouble(Pool::p0).toArray();
        double[] tau2 = published.stream().mapToDouble(Pool::tau2).toArray();
        double[] ownTau2 = ours.stream().mapToDouble(Pool::tau2).toArray();
        // Then
        System.out.printf(
                "own estimate from 67 trusts, %d questions: p0 correlates %.4f, off by %.2f points at most; tau2 correlates"
                        + " %.3f, sum %.2f times the published, 0 in %d (published %d); %d of %,d ratings change%n",
                ours.size(),
                correlation(p0, ownP0),
                100 * largestGap(p0, ownP0),
                correlation(tau2, ownTau2),
                sum(ownTau2) / sum(tau2),
                zeros(ownTau2),
                zeros(tau2),
                changed,
                cells.size());
        assertThat(correlation(p0, ownP0)).isCloseTo(0.9997, within(0.00005));
        assertThat(100 * largestGap(p0, ownP0)).isCloseTo(1.30, within(0.005));
        assertThat(correlation(tau2, ownTau2)).isCloseTo(0.967, within(0.0005));
        assertThat(sum(ownTau2) / sum(tau2)).isCloseTo(0.953, within(0.0005));
        assertThat(changed).isEqualTo(102);
    }

    /**
     * An import has the unadjusted figures, and of part of the trusts: what it rates otherwise than published is said
     * in docs/send-feedback.md.
     */
    @Test
    void ratesSomeUnadjustedFiguresOtherwiseThanTheAdjustedOnesThatArePublished() {
        // Given
        List<List<Cell>> unadjusted = List.copyOf(PublishedSurvey.unadjusted().values());

        // When
        int rated = 0;
        int differ = 0;
        for (List<Cell> question : unadjusted) {
            Pool own = Pool.of(question.stream().map(Cell::counted).toList());
            for (Cell cell : question) {
                rated++;
                differ += own.rate(cell.p(), cell.n()) == cell.rating() ? 0 : 1;
            }
        }

        // Then
        assertThat(rated).isEqualTo(3_364);
        assertThat(differ).isEqualTo(236);
    }

    private static double error(Interval ours, Interval published) {
        return Math.max(Math.abs(ours.low() - published.low()), Math.abs(ours.high() - published.high()));
    }

    private static double largestGap(double[] a, double[] b) {
        double gap = 0;
        for (int i = 0; i < a.length; i++) {
            gap = Math.max(gap, Math.abs(a[i] - b[i]));
        }
        return gap;
    }

    private static double correlation(double[] a, double[] b) {
        double meanA = sum(a) / a.length;
        double meanB = sum(b) / b.length;
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    /** Returns how many are 0 as far as the published digits tell. */
    private static int zeros(double[] values) {
        int zeros = 0;
        for (double value : values) {
            zeros += value < 1e-9 ? 1 : 0;
        }
        return zeros;
    }
}

package heed.monitoring.page;

import heed.monitoring.view.Words;
import heed.schemas.LeagueRow;
import heed.schemas.figures.Interval;
import heed.schemas.figures.Pool;
import heed.schemas.figures.ScoreFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Places numbers of answers and scores on a funnel plot.
 *
 * @param fewest number of answers that the expected range is drawn from
 * @param most number of answers at the right edge
 * @param low score at the lower edge, 0 to 1
 * @param high score at the upper edge
 * @param step between two lines of the grid
 */
record FunnelScale(double fewest, double most, double low, double high, double step) {

    static final int WIDTH = 540;
    static final int HEIGHT = 400;
    static final int LEFT = 56;
    static final int RIGHT = 526;
    static final int TOP = 16;
    static final int BOTTOM = 344;

    private static final List<Double> STEPS = List.of(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2);
    private static final int MOST_LINES = 7;
    private static final double NARROWEST_TICKS = 56;

    /** Chooses a scale on which every row and the expected range of the smallest hospital have room. */
    static FunnelScale over(List<LeagueRow> rows, Pool pool) {
        double fewest = rows.stream().mapToLong(LeagueRow::getN).min().orElse(1);
        double most = rows.stream().mapToLong(LeagueRow::getN).max().orElse(100);
        Interval widest = pool.expectedRange(fewest);
        double[] scores = DoubleStream.concat(
                        DoubleStream.of(widest.low(), widest.high(), pool.p0() - 0.01, pool.p0() + 0.01),
                        rows.stream().mapToDouble(row -> (double) row.getScore() / ScoreFigures.FULL))
                .toArray();
        double low = Math.max(0, DoubleStream.of(scores).min().orElse(0));
        double high = Math.min(1, DoubleStream.of(scores).max().orElse(1));
        double step = STEPS.stream()
                .filter(each -> (high - low) / each <= MOST_LINES)
                .findFirst()
                .orElse(0.2);
        return new FunnelScale(
                fewest, most * 1.04, Math.floor(low / step) * step, Math.min(1, Math.ceil(high / step) * step), step);
    }

    double x(double n) {
        return LEFT + (RIGHT - LEFT) * Math.sqrt(n / most);
    }

    double y(double score) {
        return BOTTOM - (BOTTOM - TOP) * (score - low) / (high - low);
    }

    /** Returns the number of answers at a part, 0 to 1, of the way from the smallest hospital to the right edge. */
    double answersAt(double part) {
        double root = Math.sqrt(fewest) + part * (Math.sqrt(most) - Math.sqrt(fewest));
        return root * root;
    }

    List<Double> scoreTicks() {
        List<Double> ticks = new ArrayList<>();
        for (long at = Math.round(low / step); at * step <= high + 1e-9; at++) {
            ticks.add(at * step);
        }
        return ticks;
    }

    /** Returns round numbers of answers that stand far enough apart to be read. */
    List<Long> answerTicks() {
        List<Long> ticks = new ArrayList<>();
        double last = LEFT;
        for (long power = 1; power <= most; power *= 10) {
            for (long n : new long[] {power, 2 * power, 5 * power}) {
                if (n <= most && x((double) n) - last >= NARROWEST_TICKS && x((double) n) <= RIGHT - 10) {
                    ticks.add(n);
                    last = x((double) n);
                }
            }
        }
        return ticks;
    }

    /** Says a score as finely as the grid is drawn. */
    String words(double score) {
        return step < 0.01 ? String.format(Locale.UK, "%.1f%%", score * 100) : Words.percent(score);
    }
}

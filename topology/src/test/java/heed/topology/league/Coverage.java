package heed.topology.league;

import java.util.Arrays;

/** Counts how often rank intervals hold the true rank, one league after the other. */
final class Coverage {

    private int leagues;
    private double sum;
    private double sumOfSquares;
    private double width;

    /** Counts one league, in which {@code truth} puts the highest first and equal ones on the best of their ranks. */
    void add(double[] truth, RankInterval[] intervals) {
        double[] sorted = truth.clone();
        Arrays.sort(sorted);
        int held = 0;
        for (int i = 0; i < truth.length; i++) {
            int rank = 1 + above(sorted, truth[i]);
            held += intervals[i].best() <= rank && rank <= intervals[i].worst() ? 1 : 0;
            width += (double) (intervals[i].worst() - intervals[i].best() + 1) / truth.length;
        }
        double part = (double) held / truth.length;
        leagues++;
        sum += part;
        sumOfSquares += part * part;
    }

    private static int above(double[] sorted, double value) {
        int above = 0;
        while (above < sorted.length && sorted[sorted.length - 1 - above] > value) {
            above++;
        }
        return above;
    }

    /** Returns the part of hospitals whose true rank was held. */
    double part() {
        return sum / leagues;
    }

    /** Returns the standard error of {@link #part}; hospitals of one league are not independent, leagues are. */
    double standardError() {
        return Math.sqrt((sumOfSquares / leagues - part() * part()) / leagues);
    }

    /** Returns how many ranks an interval holds on average. */
    double width() {
        return width / leagues;
    }
}

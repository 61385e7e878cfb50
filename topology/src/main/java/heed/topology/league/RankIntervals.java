package heed.topology.league;

import java.util.stream.IntStream;

/**
 * Counts the ranks that hospitals hold in draws, and reads each one's 95% interval from the counts.
 *
 * <p>At most 2.5% of the draws lie beyond either end: the better end is the smallest rank k with more than 2.5% of the
 * draws at k or better, the worse end the greatest with more than 2.5% at k or worse. Integers only, so nothing is
 * rounded. Hospitals that counted the same have the same interval: their draws are taken together.
 */
final class RankIntervals implements DrawConsumer {

    /** One draw in so many may lie beyond an end: 2.5%. */
    private static final long ONE_IN = 40;

    private final int[][] best;
    private final int[][] worst;
    private final int[] alike;
    private final long[] draws;

    /** Creates empty counts for {@code hospitals} hospitals that differ. */
    RankIntervals(int hospitals) {
        this(IntStream.range(0, hospitals).toArray());
    }

    /** Creates empty counts; {@code alike} has for each hospital the number of the first that counted the same. */
    RankIntervals(int[] alike) {
        this.alike = alike.clone();
        best = new int[alike.length][alike.length + 1];
        worst = new int[alike.length][alike.length + 1];
        draws = new long[alike.length];
    }

    @Override
    public void take(int draw, int[] ranks) {
        takeTied(ranks, ranks);
    }

    /** Counts a draw with ties: each hospital holds every rank from its {@code from} to its {@code to}. */
    void takeTied(int[] from, int[] to) {
        for (int i = 0; i < best.length; i++) {
            int counts = alike[i];
            best[counts][from[i]]++;
            worst[counts][to[i]]++;
            draws[counts]++;
        }
    }

    /** Returns the interval of hospital {@code index}. */
    RankInterval of(int index) {
        int counts = alike[index];
        long taken = draws[counts];
        if (taken == 0) {
            throw new IllegalStateException("no draw was taken");
        }
        int low = 0;
        for (long seen = 0; seen * ONE_IN <= taken; ) {
            seen += best[counts][++low];
        }
        int high = worst[counts].length;
        for (long seen = 0; seen * ONE_IN <= taken; ) {
            seen += worst[counts][--high];
        }
        return new RankInterval(low, high);
    }
}

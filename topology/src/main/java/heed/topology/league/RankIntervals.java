package heed.topology.league;

/**
 * Counts the ranks that hospitals hold in draws, and reads each one's 95% interval from the counts.
 *
 * <p>At most 2.5% of the draws lie beyond either end: the better end is the smallest rank k with more than 2.5% of the
 * draws at k or better, the worse end the greatest with more than 2.5% at k or worse. Integers only, so nothing is
 * rounded.
 */
final class RankIntervals implements DrawConsumer {

    /** One draw in so many may lie beyond an end: 2.5%. */
    private static final long ONE_IN = 40;

    private final int[][] best;
    private final int[][] worst;
    private long draws;

    /** Creates empty counts for {@code hospitals} hospitals. */
    RankIntervals(int hospitals) {
        best = new int[hospitals][hospitals + 1];
        worst = new int[hospitals][hospitals + 1];
    }

    @Override
    public void take(int draw, int[] ranks) {
        takeTied(ranks, ranks);
    }

    /** Counts a draw with ties: each hospital holds every rank from its {@code from} to its {@code to}. */
    void takeTied(int[] from, int[] to) {
        for (int i = 0; i < best.length; i++) {
            best[i][from[i]]++;
            worst[i][to[i]]++;
        }
        draws++;
    }

    /** Returns the interval of hospital {@code index}. */
    RankInterval of(int index) {
        if (draws == 0) {
            throw new IllegalStateException("no draw was taken");
        }
        int low = 0;
        for (long seen = 0; seen * ONE_IN <= draws; ) {
            seen += best[index][++low];
        }
        int high = worst[index].length;
        for (long seen = 0; seen * ONE_IN <= draws; ) {
            seen += worst[index][--high];
        }
        return new RankInterval(low, high);
    }
}

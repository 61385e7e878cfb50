package heed.topology.detect;

/** Sums of a window of days, to be set beside what is usual for a key. */
public final class WindowTally {

    private final long[] weekdayCount = new long[Tally.WEEKDAYS];
    private long count;
    private long losses;
    private long squares;
    private double squaredCounts;

    /**
     * Adds a day of the window.
     *
     * @param localDay days since 1970-01-01
     * @param n responses of the day
     * @param dayLosses sum of their losses as by {@link Loss}
     * @param daySquares sum of the squares of those losses
     */
    public void add(long localDay, long n, long dayLosses, long daySquares) {
        weekdayCount[OpenDay.weekdayOf(localDay)] += n;
        count += n;
        losses += dayLosses;
        squares += daySquares;
        squaredCounts += (double) n * n;
    }

    long count() {
        return count;
    }

    long weekdayCount(int weekday) {
        return weekdayCount[weekday];
    }

    /** Returns the sum of losses of 0 to 1. */
    double loss() {
        return losses / (double) Loss.WORST;
    }

    /** Returns the sum of the squares of losses of 0 to 1. */
    double squares() {
        return squares / (double) (Loss.WORST * Loss.WORST);
    }

    /** Returns the sum of the squares of the days' counts. */
    double squaredCounts() {
        return squaredCounts;
    }
}

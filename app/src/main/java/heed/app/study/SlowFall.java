package heed.app.study;

import java.util.Locale;

/**
 * How a score falls in a simulated life: slowly or at once, beginning while what is usual is learned or after it. It
 * stays low for a year and is then back at once.
 *
 * @param size how far it falls, 0 to 1
 * @param days that it takes
 * @param first day of life on which it begins; learning takes at least 28 days
 */
record SlowFall(double size, int days, int first) {

    /** The first day of a fall that begins after learning: half a year has been learned from. */
    static final int AFTER_LEARNING = SimulatedKey.HISTORY_DAYS;

    /** The first day of a fall that begins within learning. */
    static final int IN_LEARNING = 14;

    private static final int LOW_DAYS = 365;

    /** Returns by how much the score is lower on a day of life. */
    double on(int day) {
        return day >= back() ? 0 : size * Math.max(0, Math.min(1, (day - first + 1) / (double) days));
    }

    /** Returns the day of life on which the score is back. */
    int back() {
        return first + days + LOW_DAYS;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f points %s, %s",
                size * 100,
                days == 1 ? "at once" : "over " + days + " days",
                first < SimulatedKey.HISTORY_DAYS ? "from day 15 of learning" : "after learning");
    }
}

package heed.topology.movement;

import heed.schemas.figures.ScoreFigures;

/** One hospital's answers to one measure in one week, by its days, so that a day takes the place of what it was. */
final class HospitalWeek {

    private static final int DAYS = 7;

    private final long[] counts = new long[DAYS];
    private final long[] sums = new long[DAYS];
    private long n;
    private long sum;

    /** Sets a day's answers, the day being 0 on Monday. */
    void set(int day, long answers, long points) {
        n += answers - counts[day];
        sum += points - sums[day];
        counts[day] = answers;
        sums[day] = points;
    }

    /** Returns how many answers a day has. */
    long answers(int day) {
        return counts[day];
    }

    /** Returns the points of a day's answers, basis points. */
    long points(int day) {
        return sums[day];
    }

    /** Returns how many answers the week has. */
    long answers() {
        return n;
    }

    /** Returns the week's mean score, 0 to 1. */
    double score() {
        return (double) sum / ((double) n * ScoreFigures.FULL);
    }
}

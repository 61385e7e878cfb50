package heed.topology.silence;

import java.util.Random;

/**
 * Draws in which hours something arrives at an invented place, hour after hour from Monday, 2024-01-01 (UTC).
 *
 * <p>Numbers of a day vary more than chance would: each has a factor of its own, from a gamma distribution of mean 1.
 */
final class SimulatedRhythm {

    /** Midnight, Monday 2024-01-01, in hours since 1970. */
    static final long START = 19_723 * 24L;

    private static final int[] DAY = {
        1, 1, 1, 1, 1, 2, 4, 8, 12, 16, 18, 17, 14, 13, 14, 15, 15, 16, 18, 17, 13, 8, 4, 2
    };
    private static final int ALL_DAY = 231;
    private static final int[] OFFICE = {0, 0, 0, 0, 0, 0, 0, 1, 8, 12, 14, 14, 12, 12, 13, 13, 11, 8, 2, 0, 0, 0, 0, 0
    };
    private static final int ALL_OFFICE = 120;

    private final Random random;
    private final Kind kind;
    private final double aDay;
    private final int shape;
    private double factor = 1;

    enum Kind {
        ROUND_THE_CLOCK,
        OFFICE_HOURS
    }

    SimulatedRhythm(long seed, Kind kind, double aDay, int shape) {
        this.random = new Random(seed);
        this.kind = kind;
        this.aDay = aDay;
        this.shape = shape;
    }

    /** Draws whether anything arrives in the hour that is so many hours after the start; hours come in order. */
    boolean isActive(int sinceStart) {
        int hour = sinceStart % 24;
        if (hour == 0) {
            factor = gamma() / shape;
        }
        boolean weekend = sinceStart / 24 % 7 >= 5;
        double share = kind == Kind.ROUND_THE_CLOCK
                ? DAY[hour] / (double) ALL_DAY * (weekend ? .75 : 1.1)
                : weekend ? 0 : OFFICE[hour] / (double) ALL_OFFICE;
        return random.nextDouble() > StrictMath.exp(-aDay * share * factor);
    }

    /**
     * A gamma variable of a whole shape is a sum of exponential ones; its coefficient of variation is 1/sqrt(shape).
     */
    private double gamma() {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= StrictMath.log(1 - random.nextDouble());
        }
        return sum;
    }
}

package heed.topology.time;

import java.util.concurrent.TimeUnit;

/** Numbers the days of UTC from 1970-01-01 on: days of arrival, which know no hospital's zone. */
public final class UtcDay {

    /** Length of a day. */
    public static final long MS = TimeUnit.DAYS.toMillis(1);

    private UtcDay() {}

    /** Returns the day that an instant falls into. */
    public static long of(long instantMs) {
        return Math.floorDiv(instantMs, MS);
    }

    /** Returns the first instant of a day, in epoch milliseconds. */
    public static long startMs(long day) {
        return day * MS;
    }
}

package heed.topology.silence;

import heed.topology.time.ZoneCalendar;
import java.util.Arrays;

/**
 * Lists the hours of the last {@link #WEEKS} weeks that are like one hour: the same local hour on days of the same
 * kind, weekdays or weekends. All places of a zone have the same.
 *
 * <p>Each weighs by its age, with a half-life of eight weeks.
 */
final class LikeHours {

    static final int WEEKS = 24;

    private static final int DAYS_A_WEEK = 7;
    private static final int FIRST_DAY_OF_WEEKEND = 5;
    /** 1970-01-01 was a Thursday, the fourth day of a week that begins with 0. */
    private static final int THURSDAY = 3;

    private static final double LN_2 = StrictMath.log(2);
    private static final double HALF_LIFE_DAYS = 56;
    private static final double[] WEIGHTS = weights();

    private final long[] hours = new long[WEEKS * DAYS_A_WEEK];
    private final double[] weights = new double[WEEKS * DAYS_A_WEEK];
    private final boolean[] sameDayOfWeek = new boolean[WEEKS * DAYS_A_WEEK];
    private final long day;
    private int count;

    private LikeHours(long day) {
        this.day = day;
    }

    static LikeHours of(ZoneCalendar calendar, long hour) {
        long start = hour * Listening.HOUR_MS;
        long day = calendar.localDay(start);
        LikeHours like = new LikeHours(day);
        int localHour = calendar.localHour(start);
        for (int back = 1; back <= WEEKS * DAYS_A_WEEK; back++) {
            long found = isWeekend(day - back) == isWeekend(day) ? find(calendar, hour - 24L * back, localHour) : -1;
            if (found >= 0) {
                like.add(found, back);
            }
        }
        return like;
    }

    private void add(long hour, int daysBack) {
        hours[count] = hour;
        weights[count] = WEIGHTS[daysBack];
        sameDayOfWeek[count] = daysBack % DAYS_A_WEEK == 0;
        count++;
    }

    /**
     * The clocks may have changed in between: by an hour at most; where no hour of that day has the number, there is
     * none.
     */
    private static long find(ZoneCalendar calendar, long about, int localHour) {
        for (long hour : new long[] {about, about - 1, about + 1}) {
            if (calendar.localHour(hour * Listening.HOUR_MS) == localHour) {
                return hour;
            }
        }
        return -1;
    }

    private static boolean isWeekend(long day) {
        return Math.floorMod(day + THURSDAY, DAYS_A_WEEK) >= FIRST_DAY_OF_WEEKEND;
    }

    private static double[] weights() {
        double[] weights = new double[WEEKS * DAYS_A_WEEK + 1];
        Arrays.setAll(weights, back -> weight((double) back));
        return weights;
    }

    /** Returns what a day so long ago weighs. */
    static double weight(double daysBack) {
        return StrictMath.exp(-daysBack * LN_2 / HALF_LIFE_DAYS);
    }

    /** Returns the local date of the hour itself, as an epoch day. */
    long day() {
        return day;
    }

    int count() {
        return count;
    }

    long hour(int i) {
        return hours[i];
    }

    double weight(int i) {
        return weights[i];
    }

    /** Says whether the i-th is of the same day of the week too. */
    boolean sameDayOfWeek(int i) {
        return sameDayOfWeek[i];
    }
}

package heed.topology.silence;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.function.LongFunction;

/**
 * The rhythm of one place: in which hours something arrived, and how unusual it is that nothing has since.
 *
 * <p>Whether anything arrived in an hour is all that is learned: a bulk upload counts as one hour. The chance of an
 * hour is that of the same hour of the week, drawn towards the same hour on all weekdays, or on both days of the
 * weekend. It is learned from hours that were listened to, up to the last response: a silence does not teach that
 * silence is usual before it has ended.
 */
final class Rhythm {

    private static final int LEAST_HOURS = 28 * 24;
    private static final int LEAST_ACTIVE = 20;
    private static final int HOURS_A_DAY = 24;
    private static final int HOURS_A_WEEK = 168;
    private static final double PRIOR_WEEKS = 4;
    /** What an hour of the week must weigh to say anything: it was listened to at least twice. */
    private static final double LEAST_WEIGHT = 1;
    /** Older hours weigh less, so that all together they know as much as half as many of today. */
    private static final double KNOWN = .5;
    /** What exceeds this of a silence is not learned. What does not is: a new rhythm must become the usual one. */
    private static final long LEARNED_OF_SILENCE = 7 * 24;

    private final HourBits active = new HourBits();
    private final QuietRun run = new QuietRun();
    private final RunExcess excess = new RunExcess();
    private long firstHour = Long.MAX_VALUE;
    private long lastHour = -1;
    private long lastResponseMs = -1;
    private long judgedHour = -1;
    private long skipFrom;
    private long skipTo;

    /** What a response was to the rhythm. */
    enum Heard {
        /** In an hour that others had come in, or an older one. */
        AS_BEFORE,
        /** In an older hour in which nothing had. */
        IN_OLDER_HOUR,
        /** In an hour after all others: the place speaks again. */
        IN_NEW_HOUR
    }

    /** Takes in a response that arrived at {@code arrivalMs}. */
    Heard hear(long arrivalMs) {
        long hour = Math.floorDiv(arrivalMs, Listening.HOUR_MS);
        lastResponseMs = Math.max(lastResponseMs, arrivalMs);
        if (hour <= lastHour) {
            boolean known = hour >= firstHour && active.get(hour);
            firstHour = Math.min(firstHour, hour);
            active.set(hour);
            return known ? Heard.AS_BEFORE : Heard.IN_OLDER_HOUR;
        }
        firstHour = Math.min(firstHour, hour);
        active.set(hour);
        excess.ended(run.evidence(), hour);
        run.clear();
        lastHour = hour;
        judgedHour = hour;
        return Heard.IN_NEW_HOUR;
    }

    /**
     * Leaves out of what is learned what exceeds the first week of a silence that opened at {@code openedAtMs} and
     * ended now.
     */
    void forgetSilence(long openedAtMs) {
        long beyond = Math.floorDiv(openedAtMs, Listening.HOUR_MS) + LEARNED_OF_SILENCE;
        if (beyond < lastHour) {
            skipFrom = beyond;
            skipTo = lastHour;
        }
    }

    /** Says whether {@code hour} lies behind: it was judged, or something has arrived in it or since. */
    boolean isJudged(long hour) {
        return hour <= judgedHour;
    }

    /** Adds what the hours up to {@code hour} say, of those that were listened to. */
    void judge(long hour, HourBits listened, LongFunction<LikeHours> likeHours) {
        for (long next = Math.max(judgedHour + 1, hour - HourBits.HOURS + 1); next <= hour; next++) {
            if (listened.get(next)) {
                LikeHours like = likeHours.apply(next);
                run.add(like.day(), chance(like, listened));
            }
        }
        judgedHour = Math.max(judgedHour, hour);
    }

    /** Returns the chance that something arrives in an hour; 0 while too little is known of such hours. */
    private double chance(LikeHours like, HourBits listened) {
        double ofWeek = 0;
        double activeOfWeek = 0;
        double ofDay = 0;
        double activeOfDay = 0;
        for (int i = 0; i < like.count(); i++) {
            long hour = like.hour(i);
            if (learnsFrom(hour) && listened.get(hour)) {
                double weight = like.weight(i);
                double activeWeight = active.get(hour) ? weight : 0;
                ofDay += weight;
                activeOfDay += activeWeight;
                if (like.sameDayOfWeek(i)) {
                    ofWeek += weight;
                    activeOfWeek += activeWeight;
                }
            }
        }
        return ofWeek > LEAST_WEIGHT
                ? (activeOfWeek + PRIOR_WEEKS * activeOfDay / (ofDay + .5)) / (ofWeek + PRIOR_WEEKS)
                : 0;
    }

    private boolean learnsFrom(long hour) {
        return hour >= firstHour && hour <= lastHour && (hour < skipFrom || hour >= skipTo);
    }

    /**
     * Says whether a silence opens. Nothing does before the rhythm is known: 28 days listened to, 20 hours in which
     * something came.
     */
    boolean isSilent(HourBits listened, SilenceRules rules) {
        return run.evidence() > RunExcess.LEVEL
                && hoursLearned(listened) >= LEAST_HOURS
                && activeLearned(listened) >= LEAST_ACTIVE
                && run.evidence() >= threshold(listened, rules);
    }

    /**
     * Returns the evidence at which a silence opens. Each hour in which something arrives begins a run, and a run of
     * independent hours reaches evidence c by chance with probability exp(-c) at most: so c is ln of the runs in T0
     * days. The rhythm is only estimated, from so many hours: that takes known·(exp(c/known) - 1). And it is stretched
     * as this place's runs are.
     */
    double threshold(HourBits listened, SilenceRules rules) {
        int hours = activeLearned(listened);
        double known = hours * KNOWN;
        double exact =
                StrictMath.log(Math.max(1, rules.falseAlarmDays() * HOURS_A_DAY * hours / hoursLearned(listened)));
        return excess.stretch(known * (StrictMath.exp(exact / known) - 1));
    }

    private int hoursLearned(HourBits listened) {
        return listened.count(firstHour, lastHour) - listened.count(skipFrom, skipTo - 1);
    }

    private int activeLearned(HourBits listened) {
        return listened.count(active, firstHour, lastHour) - listened.count(active, skipFrom, skipTo - 1);
    }

    /** Returns the weeks that the rhythm stands on, each weighing by its age as in the estimate. */
    double weeksLearned(HourBits listened) {
        double weeks = 0;
        for (long hour = Math.max(firstHour, lastHour - LikeHours.WEEKS * HOURS_A_WEEK + 1); hour <= lastHour; hour++) {
            if (learnsFrom(hour) && listened.get(hour)) {
                weeks += LikeHours.weight((lastHour - hour) / (double) HOURS_A_DAY) / HOURS_A_WEEK;
            }
        }
        return weeks;
    }

    /** Returns the arrival time of the newest response, ms. */
    long lastResponseMs() {
        return lastResponseMs;
    }

    /** Returns the quiet run since. */
    QuietRun run() {
        return run;
    }

    void writeHours(RowWriter row) {
        row.number(firstHour);
        active.write(row);
    }

    void readHours(RowReader row) {
        firstHour = row.number();
        active.read(row);
    }

    void writeRun(RowWriter row) {
        row.number(lastHour)
                .number(lastResponseMs)
                .number(judgedHour)
                .number(skipFrom)
                .number(skipTo);
        run.write(row);
        excess.write(row);
    }

    void readRun(RowReader row) {
        lastHour = row.number();
        lastResponseMs = row.number();
        judgedHour = row.number();
        skipFrom = row.number();
        skipTo = row.number();
        run.read(row);
        excess.read(row);
    }
}

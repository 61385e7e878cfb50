package heed.app.audit;

import heed.schemas.Channel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Holds the recounted days of one partition's hospitals by the channel that answers came through. */
final class ChannelDays {

    private final Map<Which, Day> days = new HashMap<>();
    private final Set<Which> moved = new HashSet<>();
    private Phase phase = Phase.SETTLED;

    private enum Phase {
        SETTLED,
        IN_MOTION
    }

    /**
     * Names a day.
     *
     * @param startMs its first instant
     */
    record Which(String hospital, PointsTable.Questionnaire questionnaire, long startMs) {}

    /** What was answered on a day. */
    static final class Day {

        private final Map<Channel, Sums[]> byChannel = new EnumMap<>(Channel.class);
        private long asOfMs = Long.MIN_VALUE;

        /** Returns the sums of each channel, an element a measure; some may be of no answers. */
        Map<Channel, Sums[]> byChannel() {
            return byChannel;
        }

        long asOfMs() {
            return asOfMs;
        }
    }

    /** The answers of one channel that count towards one measure. */
    record Sums(long n, long sum, long sumOfSquares) {

        static final Sums NOTHING = new Sums(0, 0, 0);

        private Sums plus(int sign, long points) {
            return new Sums(n + sign, sum + sign * points, sumOfSquares + sign * points * points);
        }
    }

    /** Puts in a response that was given on the day that begins at {@code startMs}. */
    void putIn(String hospital, Ledger.Entry entry, long startMs, long arrivalMs) {
        add(hospital, entry, startMs, arrivalMs, 1);
    }

    /** Takes out a response that was given on the day that begins at {@code startMs}. */
    void takeOut(String hospital, Ledger.Entry entry, long startMs, long arrivalMs) {
        add(hospital, entry, startMs, arrivalMs, -1);
    }

    /** Says that from now on what is put in or taken out is in motion. */
    void settle() {
        phase = Phase.IN_MOTION;
    }

    /** Returns the days that have changed since {@link #settle}. */
    Set<Which> moved() {
        return moved;
    }

    /** Returns the days that ever had an answer. */
    Map<Which, Day> all() {
        return days;
    }

    /** Published figures have no day; a response that counts towards nothing leaves no trace. */
    private void add(String hospital, Ledger.Entry entry, long startMs, long arrivalMs, int sign) {
        PointsTable.Points points = entry.points();
        if (points == null || !points.countsAtAll() || entry.channel() == Channel.PUBLISHED) {
            return;
        }
        Which which = new Which(hospital, entry.questionnaire(), startMs);
        Day day = days.computeIfAbsent(which, each -> new Day());
        Sums[] sums = day.byChannel.computeIfAbsent(entry.channel(), channel -> nothing(points.measures()));
        for (int i = 0; i < sums.length; i++) {
            if (points.counts(i)) {
                sums[i] = sums[i].plus(sign, points.of(i));
            }
        }
        day.asOfMs = Math.max(day.asOfMs, arrivalMs);
        if (phase == Phase.IN_MOTION) {
            moved.add(which);
        }
    }

    private static Sums[] nothing(int measures) {
        Sums[] sums = new Sums[measures];
        Arrays.fill(sums, Sums.NOTHING);
        return sums;
    }
}

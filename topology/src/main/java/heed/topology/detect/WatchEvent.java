package heed.topology.detect;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Something that a response, or a person's act, brought about. {@link #atMs} is when that response was given, in epoch
 * milliseconds.
 */
public sealed interface WatchEvent {

    /** Returns when the response that brought this about was given, in epoch milliseconds. */
    long atMs();

    /**
     * The key's usual score is known. Its range is a 99% range.
     *
     * @param n responses learned from
     * @param baseline the usual score, 0 to 1
     * @param icc correlation of answers given on one day
     */
    record Learned(long atMs, long n, double baseline, double baselineLow, double baselineHigh, double icc)
            implements WatchEvent {}

    /**
     * A day takes no more answers. {@link #atMs} is when the response was given that had it sealed.
     *
     * @param n answers of the day
     * @param loss their sum of losses as by {@link Loss}
     */
    record Sealed(long day, int n, int loss, long atMs) implements WatchEvent {}

    /**
     * The days that were learned from have a fall themselves. Nothing is rounded; the range of the score is a 99%
     * range.
     *
     * @param day the first local day of the fall
     * @param n answers from that day on
     * @param score theirs, 0 to 1
     * @param usual the score of the days before, 0 to 1
     * @param usualError standard error of the usual score
     * @param distance how far the two lie apart, in standard errors
     * @param evidenceYears chance alone shows so much about once in so many years of learning
     * @param icc correlation of answers given on one day
     */
    record LearnedFall(
            long atMs,
            long day,
            long n,
            double score,
            double scoreLow,
            double scoreHigh,
            double usual,
            double usualError,
            double distance,
            double evidenceYears,
            double icc)
            implements WatchEvent {

        /** Returns the local midnight with which the fall begins, in epoch milliseconds. */
        public long since(ZoneId zone) {
            return instant(day * DropEstimate.DAY_MS, zone);
        }

        /** Returns the usual score less that since. */
        public double drop() {
            return usual - score;
        }
    }

    /**
     * A drop opened. Nothing is rounded; the range of the score is a 99% range.
     *
     * @param evidence the mixture statistic, at least 1
     * @param evidenceYears chance alone shows so much about once in so many years
     * @param tunedDrop the fall (.05, .10 or .20) whose statistic was the largest
     * @param sinceLocalMs when the fall began: local wall time of the hospital, in milliseconds as if it were UTC
     * @param nSince responses since then, weighted by the evidence
     * @param score the score since then, 0 to 1
     * @param baseline the usual score before, 0 to 1
     * @param drop baseline less score
     * @param icc correlation of answers given on one day
     * @param published whether the evidence suffices for readers of many hospitals already
     * @param trail how the evidence grew: the last judged days with answers, the oldest first
     */
    record Alarm(
            long atMs,
            double evidence,
            double evidenceYears,
            double tunedDrop,
            long sinceLocalMs,
            double nSince,
            double score,
            double scoreLow,
            double scoreHigh,
            double baseline,
            double drop,
            double icc,
            boolean published,
            List<TrailDay> trail)
            implements WatchEvent {

        public Alarm {
            trail = List.copyOf(trail);
        }

        /**
         * Returns the instant at which the fall began, in epoch milliseconds. Wall time that the zone skips is the
         * later of the two readings; wall time that it repeats is the earlier.
         */
        public long since(ZoneId zone) {
            return instant(sinceLocalMs, zone);
        }

        /** Returns the rise that this is, where the answers were mirrored. */
        Rise mirrored() {
            return new Rise(
                    atMs,
                    evidence,
                    evidenceYears,
                    sinceLocalMs,
                    nSince,
                    1 - score,
                    1 - scoreHigh,
                    1 - scoreLow,
                    1 - baseline,
                    drop,
                    icc,
                    trail.stream().map(TrailDay::mirrored).toList());
        }

        /**
         * Returns the local day from whose start on answers are counted as given since the fall began, the nearest to
         * that moment; at the latest {@code day}, that of the alarm.
         */
        public long sinceDay(long day) {
            return Math.min(day, Math.floorDiv(sinceLocalMs + DropEstimate.DAY_MS / 2, DropEstimate.DAY_MS));
        }

        /** Returns the size class of the fall. */
        public FallSize size() {
            return FallSize.of(drop);
        }
    }

    /**
     * The open drop is surely of a larger size class than was said. The range of the score is a 99% range.
     *
     * @param nSince responses since the fall began: at the alarm weighted by the evidence, after it all of them
     * @param score the score since then, 0 to 1
     * @param drop baseline less score
     * @param size the class that the whole range has reached
     */
    record Escalated(
            long atMs, double nSince, double score, double scoreLow, double scoreHigh, double drop, FallSize size)
            implements WatchEvent {}

    /**
     * The evidence of the open drop suffices for the widest audience, which it did not at the alarm.
     *
     * @param evidence the mixture statistic, which went on after the alarm
     * @param evidenceYears chance alone shows so much about once in so many years
     */
    record Confirmed(long atMs, double evidence, double evidenceYears) implements WatchEvent {}

    /**
     * It has changed whether the alarm would be raised from the answers given until then, as they are known now.
     *
     * @param raisedToday whether it would
     */
    record Revised(long atMs, boolean raisedToday) implements WatchEvent {}

    /**
     * The score is back, at least half of the way.
     *
     * @param recovery the evidence of recovery, at least 1
     */
    record Recovered(long atMs, double recovery) implements WatchEvent {}

    /**
     * A lasting rise was found. Nothing is rounded; the range of the score is a 99% range.
     *
     * @param evidence the mixture statistic, at least 1
     * @param evidenceYears chance alone shows so much about once in so many years
     * @param sinceLocalMs when the rise began: local wall time of the hospital, in milliseconds as if it were UTC
     * @param nSince responses since then, weighted by the evidence
     * @param score the score since then, 0 to 1
     * @param baseline the usual score before, 0 to 1
     * @param rise score less baseline
     * @param icc correlation of answers given on one day
     * @param trail how the evidence grew: the last judged days with answers, the oldest first
     */
    record Rise(
            long atMs,
            double evidence,
            double evidenceYears,
            long sinceLocalMs,
            double nSince,
            double score,
            double scoreLow,
            double scoreHigh,
            double baseline,
            double rise,
            double icc,
            List<TrailDay> trail)
            implements WatchEvent {

        public Rise {
            trail = List.copyOf(trail);
        }

        /** Returns the instant at which the rise began, in epoch milliseconds, as {@link Alarm#since} does. */
        public long since(ZoneId zone) {
            return instant(sinceLocalMs, zone);
        }
    }

    /** The score of the open rise is back, at least half of the way. */
    record RiseEnded(long atMs) implements WatchEvent {}

    /**
     * A person made the level since the open drop or rise began the usual one. {@link #atMs} is when the person did.
     */
    record Rebaselined(long atMs) implements WatchEvent {}

    private static long instant(long localMs, ZoneId zone) {
        LocalDateTime wall = LocalDateTime.ofEpochSecond(
                Math.floorDiv(localMs, 1000L), (int) Math.floorMod(localMs, 1000L) * 1_000_000, ZoneOffset.UTC);
        return ZonedDateTime.ofLocal(wall, zone, null).toInstant().toEpochMilli();
    }
}

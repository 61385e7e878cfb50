package heed.topology.watch;

import heed.schemas.Severity;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Something that a response brought about. {@link #at} is when that response was given, in epoch milliseconds. */
public sealed interface WatchEvent {

    /** Returns when the response that brought this about was given, in epoch milliseconds. */
    long at();

    /**
     * The key's usual score is known.
     *
     * @param n responses learned from
     * @param baseline the usual score, 0 to 1
     * @param icc correlation of answers given on one day
     */
    record Learned(long at, long n, double baseline, double icc) implements WatchEvent {}

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
     */
    record Alarm(
            long at,
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
            double icc)
            implements WatchEvent {

        /**
         * Returns the instant at which the fall began, in epoch milliseconds. Wall time that the zone skips is the
         * later of the two readings; wall time that it repeats is the earlier.
         */
        public long since(ZoneId zone) {
            LocalDateTime wall = LocalDateTime.ofEpochSecond(
                    Math.floorDiv(sinceLocalMs, 1000L),
                    (int) Math.floorMod(sinceLocalMs, 1000L) * 1_000_000,
                    ZoneOffset.UTC);
            return ZonedDateTime.ofLocal(wall, zone, null).toInstant().toEpochMilli();
        }

        /** Returns the size class of the fall. */
        public Severity severity() {
            return DropEstimate.severity(drop);
        }
    }

    /**
     * The open drop is surely of a larger size class than was said. The range of the score is a 99% range.
     *
     * @param nSince responses since the fall began: at the alarm weighted by the evidence, after it all of them
     * @param score the score since then, 0 to 1
     * @param drop baseline less score
     * @param severity the class that the whole range has reached
     */
    record Escalated(
            long at, double nSince, double score, double scoreLow, double scoreHigh, double drop, Severity severity)
            implements WatchEvent {}

    /**
     * The score is back, at least half of the way.
     *
     * @param recovery the evidence of recovery, at least 1
     */
    record Recovered(long at, double recovery) implements WatchEvent {}
}

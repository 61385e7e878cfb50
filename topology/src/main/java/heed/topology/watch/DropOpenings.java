package heed.topology.watch;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Severity;
import heed.schemas.record.RecordCopy;
import heed.topology.detect.FallSize;
import heed.topology.detect.WatchEvent;
import java.time.Instant;
import java.util.List;

/** Writes how drops begin, and begin again, as records that lack their sentences. */
final class DropOpenings {

    private final WatchTimes times;

    DropOpenings(WatchTimes times) {
        this.times = times;
    }

    /**
     * Returns the drop that an alarm opens. Its id follows from the key, the moment and the rule: raised again, it is
     * the same drop.
     */
    Drop opened(WatchedMeasure key, WatchEvent.Alarm alarm, long asOfMs) {
        Instant at = Instant.ofEpochMilli(alarm.atMs());
        return raised(begin(key, asOfMs), key, alarm)
                .setDropId(DropRecords.id(key, at.toString()))
                .setPhase(DropPhase.OPEN)
                .setOpenedAt(at)
                .setSeverity(Severity.valueOf(alarm.size().name()))
                .setBaseline(alarm.baseline())
                .setFall(alarm.drop())
                .setAudience(audience(alarm))
                .build();
    }

    /** Returns the drop {@code before}, which an alarm raises again; what was usual before it stays as it was. */
    Drop reopened(WatchedMeasure key, Drop before, WatchEvent.Alarm alarm, long asOfMs) {
        double fall = before.getBaseline() - alarm.score();
        return raised(RecordCopy.of(before, Drop.newBuilder()), key, alarm)
                .setState(DropState.OPEN)
                .setPhase(DropPhase.REOPENED)
                .setReopenedAt(Instant.ofEpochMilli(alarm.atMs()))
                .setRecoveredAt(null)
                .setScoreBack(null)
                .setResponsesBack(null)
                .setEasedAt(null)
                .setEscalatedAt(null)
                .setSeverity(Severity.valueOf(FallSize.of(fall).name()))
                .setFall(fall)
                .setAudience(before.getAudience() == Audience.PUBLISHED ? Audience.PUBLISHED : audience(alarm))
                .setAsOf(Instant.ofEpochMilli(asOfMs))
                .build();
    }

    /** Returns the drop that the days have from which was learned what is usual. */
    Drop foundInLearning(WatchedMeasure key, WatchEvent.LearnedFall fallen, long asOfMs) {
        Instant at = Instant.ofEpochMilli(fallen.atMs());
        return begin(key, asOfMs)
                .setDropId(DropRecords.id(key, DropPhase.FOUND_IN_LEARNING + " " + at))
                .setPhase(DropPhase.FOUND_IN_LEARNING)
                .setSince(Instant.ofEpochMilli(fallen.since(key.place.calendar().zone())))
                .setOpenedAt(at)
                .setSeverity(Severity.valueOf(FallSize.of(fallen.drop()).name()))
                .setBaseline(fallen.usual())
                .setScore(fallen.score())
                .setScoreLow(fallen.scoreLow())
                .setScoreHigh(fallen.scoreHigh())
                .setFall(fallen.drop())
                .setTunedFall(0.0)
                .setEvidence(fallen.evidenceYears() / key.rule.years(1))
                .setEvidenceYears(fallen.evidenceYears())
                .setResponsesUsed((double) fallen.n())
                .setIcc(fallen.icc())
                .setAudience(Audience.INTERNAL)
                .setTrail(List.of())
                .setMix(DropRecords.mixChecks(key))
                .build();
    }

    /** Tells whether the figures are those of the drop's first alarm, or of what came after it before another. */
    static boolean isOfFirstAlarm(Drop drop) {
        return drop.getReopenedAt() == null && !DropTurns.beganInLearning(drop);
    }

    private Drop.Builder begin(WatchedMeasure key, long asOfMs) {
        return Drop.newBuilder()
                .setHospital(key.place.hospital())
                .setUnit(key.place.unit())
                .setMeasure(key.measure.name())
                .setState(DropState.OPEN)
                .setFalseAlarmDays(key.rule.targetDays())
                .setRuleVersion(key.rule.method().version())
                .setAsOf(Instant.ofEpochMilli(asOfMs))
                .setRaisedToday(true)
                .setTurns(List.of())
                .setWatchTime(times.of(key.place.hospital()));
    }

    private static Drop.Builder raised(Drop.Builder drop, WatchedMeasure key, WatchEvent.Alarm alarm) {
        return drop.setSince(
                        Instant.ofEpochMilli(alarm.since(key.place.calendar().zone())))
                .setScore(alarm.score())
                .setScoreLow(alarm.scoreLow())
                .setScoreHigh(alarm.scoreHigh())
                .setTunedFall(alarm.tunedDrop())
                .setEvidence(alarm.evidence())
                .setEvidenceYears(alarm.evidenceYears())
                .setResponsesUsed(alarm.nSince())
                .setIcc(alarm.icc())
                .setRaisedToday(true)
                .setTrail(alarm.trail().stream().map(DropRecords::evidenceDay).toList())
                .setMix(DropRecords.mixChecks(key));
    }

    private static Audience audience(WatchEvent.Alarm alarm) {
        return alarm.published() ? Audience.PUBLISHED : Audience.INTERNAL;
    }
}

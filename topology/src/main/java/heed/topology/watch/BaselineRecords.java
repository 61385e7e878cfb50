package heed.topology.watch;

import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.UsualFigures;
import heed.topology.detect.ClosedDays;
import heed.topology.detect.Usual;
import java.time.Instant;

/**
 * Writes what is usual at a key, and whether it is watched, as records of the output topic. Not safe for use by several
 * threads: each task's processor has its own.
 */
final class BaselineRecords {

    private final WatchTimes times;
    /** One for all records, of which each sets every field: making a builder costs more than what it builds. */
    private final Baseline.Builder builder = Baseline.newBuilder();

    BaselineRecords(WatchTimes times) {
        this.times = times;
    }

    /** Returns how the key stands now that a response which arrived at {@code asOfMs} has closed its older days. */
    Baseline of(WatchedMeasure key, long asOfMs) {
        ClosedDays closed = key.watch.closedDays();
        return builder.setHospital(key.place.hospital())
                .setUnit(key.place.unit())
                .setMeasure(key.measure.name())
                .setState(closed.usual().isPresent() ? BaselineState.WATCHED : BaselineState.LEARNING)
                .setSince(Instant.ofEpochMilli(key.sinceMs))
                .setN(closed.n())
                .setDays(closed.days())
                .setUsual(closed.usual().map(BaselineRecords::figures).orElse(null))
                .setEvidence(closed.evidence())
                .setEvidenceYears(closed.evidenceYears())
                .setFalseAlarmDays(key.rule.targetDays())
                .setRuleVersion(key.rule.method().version())
                .setAsOf(Instant.ofEpochMilli(asOfMs))
                .setWatchTime(times.of(key.place.hospital()))
                .build();
    }

    private static UsualFigures figures(Usual usual) {
        return UsualFigures.newBuilder()
                .setScore(usual.score())
                .setScoreLow(usual.scoreLow())
                .setScoreHigh(usual.scoreHigh())
                .setWeekdayScores(usual.weekdayScores())
                .setVariance(usual.variance())
                .setIcc(usual.icc())
                .setDesignEffect(usual.designEffect())
                .build();
    }
}

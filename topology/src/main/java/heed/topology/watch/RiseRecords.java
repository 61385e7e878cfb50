package heed.topology.watch;

import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.record.RecordCopy;
import heed.schemas.sentence.RiseSentences;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchMethod;
import java.time.Instant;

/** Writes the rises that the watch found as records of the output topic. */
final class RiseRecords {

    private final WatchTimes times;
    private final RiseSentences sentences;

    RiseRecords(WatchTimes times, RiseSentences sentences) {
        this.times = times;
        this.sentences = sentences;
    }

    /** Returns the rise that was found. Its id follows from the key, the moment and the rule, and is never a drop's. */
    Rise opened(WatchedMeasure key, WatchEvent.Rise rise, long asOfMs) {
        Instant at = Instant.ofEpochMilli(rise.atMs());
        return said(Rise.newBuilder()
                .setRiseId(DropRecords.id(key, "RISE " + at))
                .setHospital(key.place.hospital())
                .setUnit(key.place.unit())
                .setMeasure(key.measure.name())
                .setState(RiseState.OPEN)
                .setSince(Instant.ofEpochMilli(rise.since(key.place.calendar().zone())))
                .setOpenedAt(at)
                .setBaseline(rise.baseline())
                .setScore(rise.score())
                .setScoreLow(rise.scoreLow())
                .setScoreHigh(rise.scoreHigh())
                .setRise(rise.rise())
                .setEvidence(rise.evidence())
                .setEvidenceYears(rise.evidenceYears())
                .setFalseAlarmDays(key.rule.targetDays())
                .setResponsesUsed(rise.nSince())
                .setIcc(rise.icc())
                .setRuleVersion(WatchMethod.WATCH_1.version())
                .setAsOf(Instant.ofEpochMilli(asOfMs))
                .setWatchTime(times.of(key.place.hospital()))
                .setTrail(rise.trail().stream().map(DropRecords::evidenceDay).toList())
                .build());
    }

    /** Returns the same rise, over. */
    Rise ended(Rise open, WatchEvent.RiseEnded ended, long asOfMs) {
        return closed(open, RiseState.ENDED, ended.atMs(), asOfMs);
    }

    /** Returns the same rise, closed because a person made its level the usual one. */
    Rise rebaselined(Rise open, WatchEvent.Rebaselined act, long asOfMs) {
        return closed(open, RiseState.REBASELINED, act.atMs(), asOfMs);
    }

    private Rise closed(Rise open, RiseState state, long at, long asOfMs) {
        return said(RecordCopy.of(open, Rise.newBuilder())
                .setState(state)
                .setEndedAt(Instant.ofEpochMilli(at))
                .setAsOf(Instant.ofEpochMilli(asOfMs))
                .build());
    }

    private Rise said(Rise rise) {
        return RecordCopy.of(rise, Rise.newBuilder())
                .setSentenceEn(sentences.english(rise))
                .setSentenceCy(sentences.welsh(rise))
                .build();
    }
}

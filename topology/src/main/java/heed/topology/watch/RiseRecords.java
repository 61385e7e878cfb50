package heed.topology.watch;

import heed.schemas.Rise;
import heed.schemas.RiseCopy;
import heed.schemas.RiseState;
import heed.schemas.sentence.RiseSentences;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchRule;
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
        return said(new Rise(
                DropRecords.id(key, "RISE " + at),
                key.place.hospital(),
                key.place.unit(),
                key.measure.name(),
                RiseState.OPEN,
                Instant.ofEpochMilli(rise.since(key.place.calendar().zone())),
                at,
                null,
                rise.baseline(),
                rise.score(),
                rise.scoreLow(),
                rise.scoreHigh(),
                rise.rise(),
                rise.evidence(),
                rise.evidenceYears(),
                key.rule.targetDays(),
                rise.nSince(),
                rise.icc(),
                WatchRule.VERSION,
                Instant.ofEpochMilli(asOfMs),
                times.of(key.place.hospital()),
                rise.trail().stream().map(DropRecords::evidenceDay).toList(),
                null,
                null));
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
        return said(RiseCopy.of(open)
                .setState(state)
                .setEndedAt(Instant.ofEpochMilli(at))
                .setAsOf(Instant.ofEpochMilli(asOfMs))
                .build());
    }

    private Rise said(Rise rise) {
        return RiseCopy.of(rise)
                .setSentenceEn(sentences.english(rise))
                .setSentenceCy(sentences.welsh(rise))
                .build();
    }
}

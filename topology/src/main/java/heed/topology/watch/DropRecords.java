package heed.topology.watch;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropCopy;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.EvidenceDay;
import heed.schemas.Severity;
import heed.schemas.sentence.DropSentences;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Writes what the watch found as records of the output topic. */
final class DropRecords {

    private final WatchTimes times;
    private final DropSentences sentences;

    DropRecords(WatchTimes times, DropSentences sentences) {
        this.times = times;
        this.sentences = sentences;
    }

    /**
     * Returns the record that a key is watched from now on: a drop of nothing, over as soon as it began. Its range is that of the usual
     * score, its responses are those learned from.
     */
    Drop learned(WatchedKey key, WatchEvent.Learned learned, long asOf) {
        Instant at = Instant.ofEpochMilli(learned.at());
        return said(new Drop(
                id(key, "LEARNED " + at),
                key.place.hospital(),
                key.place.unit(),
                key.measure.name(),
                DropState.RECOVERED,
                at,
                at,
                at,
                Severity.MINOR,
                learned.baseline(),
                learned.baseline(),
                learned.baselineLow(),
                learned.baselineHigh(),
                0.0,
                0.0,
                0.0,
                0.0,
                key.rule.targetDays(),
                (double) learned.n(),
                learned.icc(),
                WatchRule.VERSION,
                Instant.ofEpochMilli(asOf),
                DropPhase.LEARNED,
                null,
                null,
                null,
                Audience.NOBODY,
                true,
                times.of(key.place.hospital()),
                List.of(),
                List.of()));
    }

    /** Returns the drop that an alarm opens. Its id follows from the key, the moment and the rule: raised again, it is the same drop. */
    Drop opened(WatchedKey key, WatchEvent.Alarm alarm, long asOf) {
        Instant at = Instant.ofEpochMilli(alarm.at());
        return said(new Drop(
                id(key, at.toString()),
                key.place.hospital(),
                key.place.unit(),
                key.measure.name(),
                DropState.OPEN,
                Instant.ofEpochMilli(alarm.since(key.place.calendar().zone())),
                at,
                null,
                alarm.severity(),
                alarm.baseline(),
                alarm.score(),
                alarm.scoreLow(),
                alarm.scoreHigh(),
                alarm.drop(),
                alarm.tunedDrop(),
                alarm.evidence(),
                alarm.evidenceYears(),
                key.rule.targetDays(),
                alarm.nSince(),
                alarm.icc(),
                WatchRule.VERSION,
                Instant.ofEpochMilli(asOf),
                DropPhase.OPEN,
                null,
                null,
                null,
                alarm.audience(),
                true,
                times.of(key.place.hospital()),
                alarm.trail().stream().map(DropRecords::evidenceDay).toList(),
                List.of()));
    }

    static String id(WatchedKey key, String what) {
        String unit = key.place.unit();
        String identity = String.join(
                "|", key.place.hospital(), unit == null ? "" : unit, key.measure.name(), what, WatchRule.VERSION);
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static EvidenceDay evidenceDay(TrailDay day) {
        return new EvidenceDay(Math.toIntExact(day.day()), day.n(), day.score(), day.usual(), day.evidence());
    }

    /** Returns the same drop with the figures that made its size class grow. */
    Drop escalated(Drop open, WatchEvent.Escalated worse, long asOf) {
        return said(DropCopy.of(open)
                .setPhase(DropPhase.ESCALATED)
                .setEscalatedAt(Instant.ofEpochMilli(worse.at()))
                .setSeverity(worse.severity())
                .setScore(worse.score())
                .setScoreLow(worse.scoreLow())
                .setScoreHigh(worse.scoreHigh())
                .setFall(worse.drop())
                .setResponsesUsed(worse.nSince())
                .setAsOf(Instant.ofEpochMilli(asOf))
                .build());
    }

    /** Returns the same drop with the evidence that suffices for the widest audience. */
    Drop confirmed(Drop open, WatchEvent.Confirmed surer, long asOf) {
        return said(DropCopy.of(open)
                .setPhase(DropPhase.CONFIRMED)
                .setAudience(Audience.PUBLISHED)
                .setEvidence(surer.evidence())
                .setEvidenceYears(surer.evidenceYears())
                .setAsOf(Instant.ofEpochMilli(asOf))
                .build());
    }

    /** Returns the same drop, whose alarm would no longer be raised or again would be. */
    Drop revised(Drop open, WatchEvent.Revised revised, long asOf) {
        return said(DropCopy.of(open)
                .setPhase(DropPhase.REVISED)
                .setRaisedToday(revised.raisedToday())
                .setAsOf(Instant.ofEpochMilli(asOf))
                .build());
    }

    /** Returns the same drop, recovered. */
    Drop recovered(Drop open, WatchEvent.Recovered recovery, long asOf) {
        return said(DropCopy.of(open)
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.RECOVERED)
                .setRecoveredAt(Instant.ofEpochMilli(recovery.at()))
                .setAsOf(Instant.ofEpochMilli(asOf))
                .build());
    }

    /** Returns the same drop, closed because a person made its level the usual one. */
    Drop rebaselined(Drop open, WatchEvent.Rebaselined act, long asOf) {
        return said(DropCopy.of(open)
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.REBASELINED)
                .setRecoveredAt(Instant.ofEpochMilli(act.at()))
                .setAsOf(Instant.ofEpochMilli(asOf))
                .build());
    }

    private Drop said(Drop drop) {
        return DropCopy.of(drop)
                .setSentenceEn(sentences.english(drop))
                .setSentenceCy(sentences.welsh(drop))
                .build();
    }
}

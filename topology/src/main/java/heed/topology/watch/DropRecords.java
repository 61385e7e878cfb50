package heed.topology.watch;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropCopy;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.EvidenceDay;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.Severity;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.DropSentences;
import heed.topology.detect.TrailDay;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchRule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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
    Drop learned(WatchedMeasure key, WatchEvent.Learned learned, long asOfMs) {
        Instant at = Instant.ofEpochMilli(learned.atMs());
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
                Instant.ofEpochMilli(asOfMs),
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
    Drop opened(WatchedMeasure key, WatchEvent.Alarm alarm, long asOfMs) {
        Instant at = Instant.ofEpochMilli(alarm.atMs());
        return said(new Drop(
                id(key, at.toString()),
                key.place.hospital(),
                key.place.unit(),
                key.measure.name(),
                DropState.OPEN,
                Instant.ofEpochMilli(alarm.since(key.place.calendar().zone())),
                at,
                null,
                Severity.valueOf(alarm.size().name()),
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
                Instant.ofEpochMilli(asOfMs),
                DropPhase.OPEN,
                null,
                null,
                null,
                alarm.published() ? Audience.PUBLISHED : Audience.INTERNAL,
                true,
                times.of(key.place.hospital()),
                alarm.trail().stream().map(DropRecords::evidenceDay).toList(),
                mixChecks(key)));
    }

    static String id(WatchedMeasure key, String what) {
        SeriesKey series = new SeriesKey(key.place.hospital(), key.place.unit(), key.measure.name());
        String identity = String.join("|", series.text(), what, WatchRule.VERSION);
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static EvidenceDay evidenceDay(TrailDay day) {
        return new EvidenceDay(Math.toIntExact(day.day()), day.n(), day.score(), day.usual(), day.evidence());
    }

    /** Returns the same drop with the figures that made its size class grow. */
    Drop escalated(WatchedMeasure key, WatchEvent.Escalated worse, long asOfMs) {
        return said(goOn(key, asOfMs)
                .setPhase(DropPhase.ESCALATED)
                .setEscalatedAt(Instant.ofEpochMilli(worse.atMs()))
                .setSeverity(Severity.valueOf(worse.size().name()))
                .setScore(worse.score())
                .setScoreLow(worse.scoreLow())
                .setScoreHigh(worse.scoreHigh())
                .setFall(worse.drop())
                .setResponsesUsed(worse.nSince())
                .build());
    }

    /** Returns the same drop with the evidence that suffices for the widest audience. */
    Drop confirmed(WatchedMeasure key, WatchEvent.Confirmed surer, long asOfMs) {
        return said(goOn(key, asOfMs)
                .setPhase(DropPhase.CONFIRMED)
                .setAudience(Audience.PUBLISHED)
                .setEvidence(surer.evidence())
                .setEvidenceYears(surer.evidenceYears())
                .build());
    }

    /** Returns the same drop, whose alarm would no longer be raised or again would be. */
    Drop revised(WatchedMeasure key, WatchEvent.Revised revised, long asOfMs) {
        return said(goOn(key, asOfMs)
                .setPhase(DropPhase.REVISED)
                .setRaisedToday(revised.raisedToday())
                .build());
    }

    /** Returns the same drop, recovered. */
    Drop recovered(WatchedMeasure key, WatchEvent.Recovered recovery, long asOfMs) {
        return said(goOn(key, asOfMs)
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.RECOVERED)
                .setRecoveredAt(Instant.ofEpochMilli(recovery.atMs()))
                .build());
    }

    /** Returns the same drop where the answers until now say otherwise whether others answered; nothing where only figures moved. */
    Optional<Drop> mixChanged(WatchedMeasure key, long asOfMs) {
        Drop again = goOn(key, asOfMs).setPhase(DropPhase.REVISED).build();
        return verdicts(again).equals(verdicts(key.drop)) ? Optional.empty() : Optional.of(said(again));
    }

    /** Returns what is known of the make-up; what is not is the same as nothing said. */
    private static Map<MixDimension, MixVerdict> verdicts(Drop drop) {
        return drop.getMix().stream()
                .filter(check -> check.getVerdict() != MixVerdict.UNKNOWN)
                .collect(Collectors.toMap(MixCheck::getDimension, MixCheck::getVerdict));
    }

    static List<MixCheck> mixChecks(WatchedMeasure key) {
        return key.mixFindings().stream()
                .map(finding -> new MixCheck(
                        MixDimension.valueOf(finding.trait().name()),
                        finding.fall(),
                        finding.isCompared() ? finding.held() : null,
                        finding.covered(),
                        finding.before(),
                        finding.since(),
                        MixVerdict.valueOf(finding.verdict().name())))
                .toList();
    }

    /** Begins a record of the open drop with what is known of the make-up now. */
    private static Drop.Builder goOn(WatchedMeasure key, long asOfMs) {
        return DropCopy.of(key.drop).setMix(mixChecks(key)).setAsOf(Instant.ofEpochMilli(asOfMs));
    }

    /** Returns the same drop, closed because a person made its level the usual one. */
    Drop rebaselined(WatchedMeasure key, WatchEvent.Rebaselined act, long asOfMs) {
        return said(goOn(key, asOfMs)
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.REBASELINED)
                .setRecoveredAt(Instant.ofEpochMilli(act.atMs()))
                .build());
    }

    private Drop said(Drop drop) {
        return DropCopy.of(drop)
                .setSentenceEn(sentences.english(drop))
                .setSentenceCy(sentences.welsh(drop))
                .build();
    }
}

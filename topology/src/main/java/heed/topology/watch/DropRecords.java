package heed.topology.watch;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.EvidenceDay;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.Severity;
import heed.schemas.key.SeriesKey;
import heed.schemas.record.RecordCopy;
import heed.schemas.sentence.DropSentences;
import heed.topology.detect.Comeback;
import heed.topology.detect.TrailDay;
import heed.topology.detect.WatchEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes what the watch found as records of the output topic. */
final class DropRecords {

    private final DropSentences sentences;

    DropRecords(DropSentences sentences) {
        this.sentences = sentences;
    }

    static String id(WatchedMeasure key, String what) {
        SeriesKey series = new SeriesKey(key.place.hospital(), key.place.unit(), key.measure.name());
        String identity =
                String.join("|", series.text(), what, key.rule.method().version());
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
                .setSeverity(larger(
                        key.openDrop().getSeverity(),
                        Severity.valueOf(worse.size().name())))
                .setScore(worse.score())
                .setScoreLow(worse.scoreLow())
                .setScoreHigh(worse.scoreHigh())
                .setFall(
                        DropOpenings.isOfFirstAlarm(key.openDrop())
                                ? worse.drop()
                                : key.openDrop().getBaseline() - worse.score())
                .setResponsesUsed(worse.nSince())
                .build());
    }

    private static Severity larger(Severity said, Severity now) {
        return said.compareTo(now) > 0 ? said : now;
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

    /** Returns the same drop, of which at least half is gone since {@code atMs}. */
    Drop eased(WatchedMeasure key, long atMs, long asOfMs) {
        return said(goOn(key, asOfMs)
                .setPhase(DropPhase.EASED)
                .setEasedAt(Instant.ofEpochMilli(atMs))
                .build());
    }

    /** Returns the same drop, over since {@code atMs}: the score is back, as {@code back} says. */
    Drop recovered(WatchedMeasure key, Comeback.Back back, long atMs, long asOfMs) {
        return said(goOn(key, asOfMs)
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.RECOVERED)
                .setScoreBack(back.score())
                .setResponsesBack(back.responses())
                .setRecoveredAt(Instant.ofEpochMilli(atMs))
                .build());
    }

    /**
     * Returns the same drop where the answers until now say otherwise whether others answered; nothing where only
     * figures moved.
     */
    Optional<Drop> mixChanged(WatchedMeasure key, long asOfMs) {
        Drop again = goOn(key, asOfMs).setPhase(DropPhase.REVISED).build();
        return verdicts(again).equals(verdicts(key.openDrop())) ? Optional.empty() : Optional.of(said(again));
    }

    /** Returns what is known of the make-up; what is not is the same as nothing said. */
    private static Map<MixDimension, MixVerdict> verdicts(Drop drop) {
        return drop.getMix().stream()
                .filter(check -> check.getVerdict() != MixVerdict.UNKNOWN)
                .collect(Collectors.toMap(MixCheck::getDimension, MixCheck::getVerdict));
    }

    static List<MixCheck> mixChecks(WatchedMeasure key) {
        return key.mixFindings().stream()
                .map(finding -> MixCheck.newBuilder()
                        .setDimension(MixDimension.valueOf(finding.trait().name()))
                        .setFall(finding.fall())
                        .setFallHeld(finding.isCompared() ? finding.held() : null)
                        .setCovered(finding.covered())
                        .setNBefore(finding.before())
                        .setNSince(finding.since())
                        .setVerdict(MixVerdict.valueOf(finding.verdict().name()))
                        .build())
                .toList();
    }

    /** Begins a record of the open drop with what is known of the make-up now. */
    private static Drop.Builder goOn(WatchedMeasure key, long asOfMs) {
        return RecordCopy.of(key.openDrop(), Drop.newBuilder())
                .setMix(mixChecks(key))
                .setAsOf(Instant.ofEpochMilli(asOfMs));
    }

    /** Returns the same drop, closed because a person made its level the usual one. */
    Drop rebaselined(WatchedMeasure key, WatchEvent.Rebaselined act, long asOfMs) {
        return said(goOn(key, asOfMs)
                .setState(DropState.RECOVERED)
                .setPhase(DropPhase.REBASELINED)
                .setRecoveredAt(Instant.ofEpochMilli(act.atMs()))
                .build());
    }

    /** Returns the record with the turn that it tells of and with its sentences. */
    Drop said(Drop drop) {
        Drop turned = RecordCopy.of(drop, Drop.newBuilder())
                .setTurns(DropTurns.of(drop))
                .build();
        return RecordCopy.of(turned, Drop.newBuilder())
                .setSentenceEn(sentences.english(turned))
                .setSentenceCy(sentences.welsh(turned))
                .build();
    }
}

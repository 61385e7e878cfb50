package heed.app.explain;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.EvidenceDay;
import heed.schemas.MixCheck;
import heed.schemas.MixDimension;
import heed.schemas.MixVerdict;
import heed.schemas.Severity;
import heed.schemas.WatchTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Makes the drops that are explained. */
public final class SampleDrops {

    private SampleDrops() {}

    /** A drop with everything that a record can say, to be altered. */
    public static Drop.Builder full() {
        return Drop.newBuilder()
                .setDropId("3f2a9c1e-7b54-3d0c-9a86-0c1d2e3f4a5b")
                .setHospital("H1")
                .setUnit("Ward-7")
                .setMeasure("fft-2020.positive")
                .setState(DropState.OPEN)
                .setSince(Instant.parse("2026-03-03T09:30:00Z"))
                .setOpenedAt(Instant.parse("2026-03-04T16:05:11.250Z"))
                .setRecoveredAt(null)
                .setSeverity(Severity.MODERATE)
                .setBaseline(.9321)
                .setScore(.8411)
                .setScoreLow(.7901)
                .setScoreHigh(.8833)
                .setFall(.0910)
                .setTunedFall(.10)
                .setEvidence(1.0714)
                .setEvidenceYears(2.1429)
                .setFalseAlarmDays(730)
                .setResponsesUsed(63.4)
                .setIcc(.0131)
                .setRuleVersion("watch-1")
                .setAsOf(Instant.parse("2026-03-04T16:05:12Z"))
                .setPhase(DropPhase.OPEN)
                .setEscalatedAt(null)
                .setSentenceEn("In English. Twice.")
                .setSentenceCy("Yn Gymraeg. Ddwywaith.")
                .setAudience(Audience.INTERNAL)
                .setRaisedToday(true)
                .setWatchTime(WatchTime.GIVEN)
                .setTrail(List.of(
                        day("2026-03-01", 41, .95, .9321, .0021),
                        day("2026-03-02", 0, 0, .94, .0040),
                        day("2026-03-03", 38, .80, .9321, .25),
                        day("2026-03-04", 25, .72, .9321, 1.0714)))
                .setTurns(List.of())
                .setMix(List.of(
                        MixCheck.newBuilder()
                                .setDimension(MixDimension.CHANNEL)
                                .setFall(.0910)
                                .setFallHeld(.0845)
                                .setCovered(.971)
                                .setNBefore(5_120L)
                                .setNSince(63L)
                                .setVerdict(MixVerdict.REMAINS)
                                .build(),
                        MixCheck.newBuilder()
                                .setDimension(MixDimension.AGE_BAND)
                                .setFall(.0910)
                                .setCovered(.2)
                                .setNBefore(900L)
                                .setNSince(4L)
                                .setVerdict(MixVerdict.UNKNOWN)
                                .build()));
    }

    /** A drop as an earlier release wrote it. */
    static Drop ofAnEarlierRelease() {
        return full().setDropId("3f2a9c1e-0000-3d0c-9a86-0c1d2e3f4a5b")
                .setPhase(DropPhase.UNSTATED)
                .setSentenceEn(null)
                .setSentenceCy(null)
                .setAudience(Audience.NOBODY)
                .setTrail(List.of())
                .setTurns(List.of())
                .setMix(List.of())
                .build();
    }

    private static EvidenceDay day(String date, int n, double score, double usual, double evidence) {
        return new EvidenceDay((int) LocalDate.parse(date).toEpochDay(), n, score, usual, evidence);
    }
}

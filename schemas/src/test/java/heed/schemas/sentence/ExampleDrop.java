package heed.schemas.sentence;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Severity;
import heed.schemas.WatchTime;
import java.time.Instant;
import java.util.List;

/** A drop of a measure at Example Hospital, which tests change as they need. */
final class ExampleDrop {

    private ExampleDrop() {}

    static Drop.Builder drop() {
        return Drop.newBuilder()
                .setDropId("0b5a3b5e-6f3f-5d0c-9d0a-111111111111")
                .setHospital("H1")
                .setMeasure("experience-1.dignity")
                .setState(DropState.OPEN)
                .setPhase(DropPhase.OPEN)
                .setAudience(Audience.INTERNAL)
                .setWatchTime(WatchTime.GIVEN)
                .setTrail(List.of())
                .setTurns(List.of())
                .setMix(List.of())
                .setSince(Instant.parse("2026-03-03T09:00:00Z"))
                .setOpenedAt(Instant.parse("2026-03-06T10:41:00Z"))
                .setSeverity(Severity.MAJOR)
                .setBaseline(0.912)
                .setScore(0.781)
                .setScoreLow(0.712)
                .setScoreHigh(0.843)
                .setFall(0.131)
                .setTunedFall(0.1)
                .setEvidence(1.21)
                .setEvidenceYears(2.42)
                .setFalseAlarmDays(730)
                .setResponsesUsed(112.4)
                .setIcc(0.012)
                .setRuleVersion("watch-1")
                .setAsOf(Instant.parse("2026-03-06T10:41:00Z"));
    }
}

package heed.monitoring;

import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Severity;
import heed.schemas.WatchTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Builds drops that say only what a test is about. */
public final class DropFixture {

    private final Drop.Builder drop = Drop.newBuilder()
            .setDropId("0b5a3b5e-6f3f-5d0c-9d0a-111111111111")
            .setHospital("H1")
            .setMeasure("fft-2020.positive")
            .setState(DropState.OPEN)
            .setPhase(DropPhase.OPEN)
            .setAudience(Audience.PUBLISHED)
            .setWatchTime(WatchTime.GIVEN)
            .setTrail(List.of())
            .setTurns(List.of())
            .setMix(List.of())
            .setSince(Instant.parse("2026-02-20T09:00:00Z"))
            .setOpenedAt(Instant.parse("2026-02-24T10:41:00Z"))
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
            .setAsOf(Instant.parse("2026-02-24T10:41:00Z"));

    public static DropFixture aDrop() {
        return new DropFixture();
    }

    public DropFixture id(String id) {
        drop.setDropId(id);
        return this;
    }

    public DropFixture at(String hospital) {
        drop.setHospital(hospital);
        return this;
    }

    public DropFixture unit(String unit) {
        drop.setUnit(unit);
        return this;
    }

    public DropFixture measure(String measure) {
        drop.setMeasure(measure);
        return this;
    }

    public DropFixture between(Instant since, Instant openedAt) {
        drop.setSince(since).setOpenedAt(openedAt).setAsOf(openedAt);
        return this;
    }

    public DropFixture recovered(Instant at) {
        drop.setState(DropState.RECOVERED)
                .setPhase(DropPhase.RECOVERED)
                .setRecoveredAt(at)
                .setAsOf(at);
        return this;
    }

    /** Lets a test say what this builder has no word for. */
    public DropFixture with(Consumer<Drop.Builder> change) {
        change.accept(drop);
        return this;
    }

    public Drop open() {
        return drop.build();
    }

    public Drop build() {
        return drop.build();
    }
}

package heed.monitoring;

import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.WatchTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Builds rises and silences as the watch writes them. */
public final class WatchFixture {

    private WatchFixture() {}

    public static Rise aRise(String hospital, RiseState state) {
        return rise(hospital, "fft-2020.positive", Instant.parse("2026-02-20T10:41:00Z"))
                .setState(state)
                .setSince(Instant.parse("2026-02-10T09:00:00Z"))
                .build();
    }

    public static Rise anOpenRise(String hospital, String measure, Instant openedAt) {
        return rise(hospital, measure, openedAt).build();
    }

    private static Rise.Builder rise(String hospital, String measure, Instant openedAt) {
        return Rise.newBuilder()
                .setRiseId("0b5a3b5e-6f3f-5d0c-9d0a-333333333333")
                .setHospital(hospital)
                .setMeasure(measure)
                .setState(RiseState.OPEN)
                .setSince(openedAt.minus(Duration.ofDays(20)))
                .setOpenedAt(openedAt)
                .setBaseline(0.80)
                .setScore(0.90)
                .setScoreLow(0.86)
                .setScoreHigh(0.93)
                .setRise(0.10)
                .setEvidence(1.1)
                .setEvidenceYears(2.2)
                .setFalseAlarmDays(730)
                .setResponsesUsed(140.2)
                .setIcc(0.01)
                .setRuleVersion("watch-1")
                .setWatchTime(WatchTime.GIVEN)
                .setTrail(List.of())
                .setAsOf(openedAt);
    }

    public static Silence aSilence(String hospital, String unit, SilenceState state) {
        return silence(hospital, unit, Instant.parse("2026-03-01T12:00:00Z"))
                .setState(state)
                .setLastResponse(Instant.parse("2026-02-28T20:15:00Z"))
                .build();
    }

    public static Silence anOpenSilence(String hospital, String unit, Instant openedAt) {
        return silence(hospital, unit, openedAt).build();
    }

    private static Silence.Builder silence(String hospital, String unit, Instant openedAt) {
        return Silence.newBuilder()
                .setSilenceId("0b5a3b5e-6f3f-5d0c-9d0a-444444444444")
                .setHospital(hospital)
                .setUnit(unit)
                .setState(SilenceState.OPEN)
                .setLastResponse(openedAt.minus(Duration.ofHours(15)))
                .setOpenedAt(openedAt)
                .setHoursListened(15)
                .setHoursExpected(8.7)
                .setEvidence(9.1)
                .setThreshold(9.0)
                .setFalseAlarmDays(365)
                .setWeeksLearned(12)
                .setRuleVersion("silence-1")
                .setAsOf(openedAt);
    }
}

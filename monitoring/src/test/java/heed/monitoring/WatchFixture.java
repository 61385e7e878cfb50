package heed.monitoring;

import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.WatchTime;
import java.time.Instant;
import java.util.List;

/** Builds rises and silences as the watch writes them. */
public final class WatchFixture {

    private WatchFixture() {}

    public static Rise aRise(String hospital, RiseState state) {
        return Rise.newBuilder()
                .setRiseId("0b5a3b5e-6f3f-5d0c-9d0a-333333333333")
                .setHospital(hospital)
                .setMeasure("fft-2020.positive")
                .setState(state)
                .setSince(Instant.parse("2026-02-10T09:00:00Z"))
                .setOpenedAt(Instant.parse("2026-02-20T10:41:00Z"))
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
                .setAsOf(Instant.parse("2026-02-20T10:41:00Z"))
                .build();
    }

    public static Silence aSilence(String hospital, String unit, SilenceState state) {
        return Silence.newBuilder()
                .setSilenceId("0b5a3b5e-6f3f-5d0c-9d0a-444444444444")
                .setHospital(hospital)
                .setUnit(unit)
                .setState(state)
                .setLastResponse(Instant.parse("2026-02-28T20:15:00Z"))
                .setOpenedAt(Instant.parse("2026-03-01T12:00:00Z"))
                .setHoursListened(15)
                .setHoursExpected(8.7)
                .setEvidence(9.1)
                .setThreshold(9.0)
                .setFalseAlarmDays(365)
                .setWeeksLearned(12)
                .setRuleVersion("silence-1")
                .setAsOf(Instant.parse("2026-03-01T12:00:00Z"))
                .build();
    }
}

package heed.app.acceptance;

import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.WatchTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes rises and silences as the watch writes them, for tests that cannot wait for real ones. */
final class WatchNews {

    private WatchNews() {}

    static Rise openRise(String hospital, String measure, Instant openedAt) {
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
                .setAsOf(openedAt)
                .build();
    }

    static Silence openSilence(String hospital, String unit, Instant openedAt) {
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
                .setAsOf(openedAt)
                .build();
    }
}

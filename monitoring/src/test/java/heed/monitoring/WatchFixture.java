package heed.monitoring;

import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.UsualFigures;
import heed.schemas.WatchTime;
import heed.schemas.key.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
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

    /** Returns that a line is watched, with so much as its usual score. */
    public static Baseline aBaseline(SeriesKey key, Instant since, double score) {
        return aBaseline(key, since, score, 0);
    }

    /** Returns the same with so many years of evidence of a fall. */
    public static Baseline aBaseline(SeriesKey key, Instant since, double score, double evidenceYears) {
        return baseline(key, since)
                .setEvidence(evidenceYears / 2)
                .setEvidenceYears(evidenceYears)
                .setState(BaselineState.WATCHED)
                .setN(1400)
                .setDays(70)
                .setUsual(UsualFigures.newBuilder()
                        .setScore(score)
                        .setScoreLow(score - .02)
                        .setScoreHigh(score + .02)
                        .setWeekdayScores(Collections.nCopies(7, score))
                        .setVariance(score * (1 - score))
                        .setIcc(.02)
                        .setDesignEffect(1.38)
                        .build())
                .build();
    }

    /** Returns that nothing has been learned of a line yet. */
    public static Baseline learning(SeriesKey key, Instant since) {
        return baseline(key, since).build();
    }

    private static Baseline.Builder baseline(SeriesKey key, Instant since) {
        return Baseline.newBuilder()
                .setHospital(key.hospital())
                .setUnit(key.unit())
                .setMeasure(key.measure())
                .setState(BaselineState.LEARNING)
                .setSince(since)
                .setN(0)
                .setDays(0)
                .setEvidence(0)
                .setEvidenceYears(0)
                .setFalseAlarmDays(730)
                .setRuleVersion("watch-1")
                .setWatchTime(WatchTime.GIVEN)
                .setAsOf(since);
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

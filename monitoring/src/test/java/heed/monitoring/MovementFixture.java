package heed.monitoring;

import heed.schemas.Movement;
import heed.schemas.key.WeekKey;
import java.time.Instant;
import java.time.LocalDate;

/** Writes weeks of all hospitals taken together. */
public final class MovementFixture {

    private MovementFixture() {}

    /** Returns the week of a Monday in which 62 hospitals stood at {@code level}. */
    public static Movement week(String monday, double level) {
        LocalDate date = LocalDate.parse(monday);
        WeekKey key = WeekKey.at("fft-2020.positive", date);
        return Movement.newBuilder()
                .setMeasure(key.measure())
                .setWeek(key.week())
                .setMonday((int) date.toEpochDay())
                .setLevel(level)
                .setError(0.002)
                .setMovement(level)
                .setLow(level - 0.004)
                .setHigh(level + 0.004)
                .setWeeksBefore(10)
                .setHospitals(62)
                .setMinimum(10)
                .setAsOf(Instant.parse(monday + "T12:00:00Z").plusSeconds(6 * 86_400))
                .build();
    }
}

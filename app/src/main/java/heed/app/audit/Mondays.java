package heed.app.audit;

import heed.schemas.hospital.HospitalDirectory;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Finds the Monday of the week, at a hospital's place, that an instant falls into. */
final class Mondays {

    private final HospitalDirectory hospitals;

    Mondays(HospitalDirectory hospitals) {
        this.hospitals = hospitals;
    }

    LocalDate of(String hospital, long instantMs) {
        return Instant.ofEpochMilli(instantMs)
                .atZone(hospitals.byCode(hospital).zone())
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}

package heed.topology.episode;

import heed.schemas.Flag;
import heed.schemas.FlagKind;
import java.time.Duration;
import java.time.Instant;

/** Writes flags of one measure, held to 730 days, by days since an instant. */
final class FlagBuilder {

    static final Instant BEGIN = Instant.parse("2026-01-05T10:00:00Z");

    private FlagBuilder() {}

    static Flag watched(String hospital) {
        return flag(hospital, FlagKind.WATCHED, 0);
    }

    static Flag raised(String hospital, double day) {
        return flag(hospital, FlagKind.RAISED, day);
    }

    private static Flag flag(String hospital, FlagKind kind, double day) {
        Instant at = at(day);
        return Flag.newBuilder()
                .setHospital(hospital)
                .setMeasure("fft-2020.positive")
                .setKind(kind)
                .setAt(at)
                .setFalseAlarmDays(730)
                .setAsOf(at.plusSeconds(60))
                .build();
    }

    static Instant at(double day) {
        return BEGIN.plusMillis((long) (day * Duration.ofDays(1).toMillis()));
    }
}

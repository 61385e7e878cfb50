package heed.schemas.key;

import heed.schemas.Flag;
import heed.schemas.FlagKind;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.Objects;

/**
 * Names one alarm of a hospital's measure, or that it began to be watched, and is the key of {@link Topics#FLAGS}:
 * {@code hospital|measure|kind|at}, for example {@code RJ1|fft-2020.positive|RAISED|2026-03-01T10:00:00Z}.
 */
public record FlagKey(String hospital, String measure, FlagKind kind, Instant at) {

    public FlagKey {
        KeyText.requireCode("hospital", hospital);
        KeyText.requireMeasure(measure);
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(at, "at");
    }

    /** Returns the key of a flag's own fields. */
    public static FlagKey of(Flag flag) {
        return new FlagKey(flag.getHospital(), flag.getMeasure(), flag.getKind(), flag.getAt());
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return KeyText.join(KeyText.join(hospital, measure), KeyText.join(kind.name(), at.toString()));
    }

    @Override
    public String toString() {
        return text();
    }
}

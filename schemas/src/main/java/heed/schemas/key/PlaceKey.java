package heed.schemas.key;

import heed.schemas.Silence;
import heed.schemas.topic.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names a place, a hospital or one unit of it, and is the key of {@link Topics#SILENCES}: {@code hospital|unit}, the
 * unit empty for the hospital as a whole.
 *
 * <p>Anything may be asked for by such a name; what is written or read as text has codes for its parts.
 *
 * @param unit null for the hospital as a whole
 */
public record PlaceKey(String hospital, @Nullable String unit) {

    private static final String SHAPE = "hospital|unit";

    /** Returns the place of a silence. */
    public static PlaceKey of(Silence silence) {
        return new PlaceKey(silence.getHospital(), silence.getUnit());
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static PlaceKey parse(String key) {
        List<String> parts = KeyText.parts(key, SHAPE);
        return new PlaceKey(parts.get(0), KeyText.orNull(parts.get(1))).requireCodes();
    }

    /** Tells whether this is the hospital as a whole. */
    public boolean isWhole() {
        return unit == null;
    }

    /**
     * Returns the key as it is written to the topic.
     *
     * @throws IllegalArgumentException where a part is no code
     */
    public String text() {
        requireCodes();
        return KeyText.join(hospital, KeyText.orEmpty(unit));
    }

    PlaceKey requireCodes() {
        KeyText.requireCode("hospital", hospital);
        if (unit != null) {
            KeyText.requireCode("unit", unit);
        }
        return this;
    }

    @Override
    public String toString() {
        return KeyText.join(hospital, KeyText.orEmpty(unit));
    }
}

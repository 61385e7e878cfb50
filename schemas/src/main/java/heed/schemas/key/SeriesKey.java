package heed.schemas.key;

import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.Rise;
import heed.schemas.Score;
import heed.schemas.topic.Topics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names a line of figures, a measure at a place, and is the key of {@link Topics#BASELINES}, {@link Topics#DROPS} and
 * {@link Topics#RISES}: {@code hospital|unit|measure}, the unit empty for the hospital as a whole.
 *
 * <p>Anything may be asked for by such a name; what is written or read as text names a place by codes, and a measure.
 *
 * @param unit null for the hospital as a whole
 */
public record SeriesKey(String hospital, @Nullable String unit, String measure) {

    private static final String SHAPE = "hospital|unit|measure";

    /** Returns the line that a score is of. */
    public static SeriesKey of(Score score) {
        return new SeriesKey(score.getHospital(), score.getUnit(), score.getMeasure());
    }

    /** Returns the line that something is usual of. */
    public static SeriesKey of(Baseline baseline) {
        return new SeriesKey(baseline.getHospital(), baseline.getUnit(), baseline.getMeasure());
    }

    /** Returns the line that a drop was found in. */
    public static SeriesKey of(Drop drop) {
        return new SeriesKey(drop.getHospital(), drop.getUnit(), drop.getMeasure());
    }

    /** Returns the line that a rise was found in. */
    public static SeriesKey of(Rise rise) {
        return new SeriesKey(rise.getHospital(), rise.getUnit(), rise.getMeasure());
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static SeriesKey parse(String key) {
        List<String> parts = KeyText.parts(key, SHAPE);
        return new SeriesKey(parts.get(0), KeyText.orNull(parts.get(1)), parts.get(2)).requireNames();
    }

    /** Returns the place that the line is of. */
    public PlaceKey place() {
        return new PlaceKey(hospital, unit);
    }

    /** Tells whether this is of the hospital as a whole. */
    public boolean isWhole() {
        return unit == null;
    }

    /** Returns the line of the same measure at the hospital as a whole. */
    public SeriesKey whole() {
        return isWhole() ? this : new SeriesKey(hospital, null, measure);
    }

    /**
     * Returns the key as it is written to the topic.
     *
     * @throws IllegalArgumentException where a part can't be told apart from the others
     */
    public String text() {
        requireNames();
        return toString();
    }

    /**
     * Returns this.
     *
     * @throws IllegalArgumentException where it can't be written as {@link #text}
     */
    public SeriesKey requireNames() {
        place().requireCodes();
        KeyText.requireMeasure(measure);
        return this;
    }

    @Override
    public String toString() {
        return KeyText.join(place().toString(), measure);
    }
}

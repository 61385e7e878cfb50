package heed.monitoring.readmodel;

import heed.schemas.Drop;
import heed.schemas.Rise;
import heed.schemas.Score;
import heed.schemas.key.DropKey;
import heed.schemas.key.ScoreKey;

/**
 * Names one line of figures: a measure at a hospital, or at one unit of it.
 *
 * @param unit null for the hospital as a whole
 */
public record SeriesKey(String hospital, String unit, String measure) {

    static SeriesKey of(ScoreKey key) {
        return new SeriesKey(key.hospital(), key.unit(), key.measure());
    }

    static SeriesKey of(Score score) {
        return new SeriesKey(score.getHospital(), score.getUnit(), score.getMeasure());
    }

    static SeriesKey of(DropKey key) {
        return new SeriesKey(key.hospital(), key.unit(), key.measure());
    }

    /** Returns the key of the line that a drop was found in. */
    public static SeriesKey of(Drop drop) {
        return new SeriesKey(drop.getHospital(), drop.getUnit(), drop.getMeasure());
    }

    /** Returns the key of the line that a rise was found in. */
    public static SeriesKey of(Rise rise) {
        return new SeriesKey(rise.getHospital(), rise.getUnit(), rise.getMeasure());
    }

    /** Tells whether this is the hospital as a whole. */
    public boolean isWhole() {
        return unit == null;
    }
}

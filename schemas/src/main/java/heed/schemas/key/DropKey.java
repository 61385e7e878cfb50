package heed.schemas.key;

import heed.schemas.Drop;
import heed.schemas.name.Codes;
import heed.schemas.topic.Topics;

/**
 * Writes and reads the key of {@link Topics#DROPS}: {@code hospital|unit|measure}, the unit empty for the hospital as a
 * whole (null here).
 */
public record DropKey(String hospital, String unit, String measure) {

    private static final int PARTS = 3;

    public DropKey {
        Codes.requireCode("hospital", hospital);
        if (unit != null) {
            Codes.requireCode("unit", unit);
        }
        Codes.requireMeasure(measure);
    }

    /** Returns the key as it is written to the topic. */
    public static String of(String hospital, String unit, String measure) {
        return new DropKey(hospital, unit, measure).text();
    }

    /** Returns the key of a drop's own fields. */
    public static String of(Drop drop) {
        return of(drop.getHospital(), drop.getUnit(), drop.getMeasure());
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static DropKey parse(String key) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a key hospital|unit|measure: '" + key + "'");
        }
        return new DropKey(parts[0], parts[1].isEmpty() ? null : parts[1], parts[2]);
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return hospital + '|' + (unit == null ? "" : unit) + '|' + measure;
    }

    @Override
    public String toString() {
        return text();
    }
}

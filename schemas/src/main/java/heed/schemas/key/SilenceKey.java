package heed.schemas.key;

import heed.schemas.Silence;
import heed.schemas.name.Codes;
import heed.schemas.topic.Topics;

/**
 * Writes and reads the key of {@link Topics#SILENCES}: {@code hospital|unit}, the unit empty for the hospital as a whole (null
 * here).
 */
public record SilenceKey(String hospital, String unit) {

    private static final int PARTS = 2;

    public SilenceKey {
        Codes.requireCode("hospital", hospital);
        if (unit != null) {
            Codes.requireCode("unit", unit);
        }
    }

    /** Returns the key of a silence's own fields. */
    public static String of(Silence silence) {
        return new SilenceKey(silence.getHospital(), silence.getUnit()).text();
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static SilenceKey parse(String key) {
        String[] parts = key.split("\\|", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("not a key hospital|unit: '" + key + "'");
        }
        return new SilenceKey(parts[0], parts[1].isEmpty() ? null : parts[1]);
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return hospital + '|' + (unit == null ? "" : unit);
    }

    @Override
    public String toString() {
        return text();
    }
}

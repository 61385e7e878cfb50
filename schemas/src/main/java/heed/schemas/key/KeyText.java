package heed.schemas.key;

import heed.schemas.name.Codes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins and splits the texts that keys of topics are: their parts with {@code |} between them, a part that is none left
 * empty.
 */
public final class KeyText {

    private static final char BAR = '|';

    private KeyText() {}

    /** Returns the parts of a key, of any number. */
    public static List<String> parts(String key) {
        return List.of(key.split("\\|", -1));
    }

    /** Returns what every key begins with that names {@code first} first. */
    public static String beginning(String first) {
        return first + BAR;
    }

    /** Returns the hospital that a key names first; empty where it has no second part. */
    public static String hospital(String key) {
        return key.substring(0, Math.max(0, key.indexOf(BAR)));
    }

    /**
     * Returns the parts of a key that has as many as {@code shape}, which is one of those written in this package's
     * classes.
     */
    static List<String> parts(String key, String shape) {
        List<String> parts = parts(key);
        if (parts.size() != parts(shape).size()) {
            throw new IllegalArgumentException(refusal(key, shape));
        }
        return parts;
    }

    static String refusal(String key, String shape) {
        return "not a key " + shape + ": '" + key + "'";
    }

    static String join(String first, String second) {
        return first + BAR + second;
    }

    static String orEmpty(@Nullable String unit) {
        return unit == null ? "" : unit;
    }

    static @Nullable String orNull(String unit) {
        return unit.isEmpty() ? null : unit;
    }

    static String requireCode(String what, String text) {
        if (!Codes.isCode(text)) {
            throw new IllegalArgumentException(what + " must match " + Codes.PATTERN + ", was '" + text + "'");
        }
        return text;
    }

    static String requireMeasure(String measure) {
        if (measure == null || measure.isEmpty() || measure.indexOf(BAR) >= 0) {
            throw new IllegalArgumentException("measure must be a name without '|', was '" + measure + "'");
        }
        return measure;
    }
}

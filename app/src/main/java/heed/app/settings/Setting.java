package heed.app.settings;

import java.util.Locale;

/**
 * Declares one setting: its key, what a value must look like, its default and what it is for.
 *
 * <p>The default is text, as a user would write it in the file, so that what the file shows, what the tests compare and
 * what is parsed are the same thing.
 */
public record Setting<T>(String key, ValueType<T> type, String defaultText, String doc) {

    private static final String PREFIX = "HEED_";

    /** Returns the environment variable that overrides the setting: {@code HEED_} and the key in capitals. */
    public String variable() {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}

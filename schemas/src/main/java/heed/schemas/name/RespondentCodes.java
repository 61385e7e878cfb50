package heed.schemas.name;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what may name the language of a questionnaire as answered, or the age band of who answered. */
public final class RespondentCodes {

    /** The rule for a language's BCP 47 tag as a regular expression. */
    public static final String LANGUAGE_PATTERN = "[A-Za-z0-9-]{1,35}";

    /** The rule for an age band as a regular expression. */
    public static final String AGE_BAND_PATTERN = "[0-9A-Za-z.+_-]{1,20}";

    private static final Pattern LANGUAGE = Pattern.compile(LANGUAGE_PATTERN);
    private static final Pattern AGE_BAND = Pattern.compile(AGE_BAND_PATTERN);

    private RespondentCodes() {}

    /** Returns whether {@code text} may be a language's tag. Null is none. */
    public static boolean isLanguage(@Nullable String text) {
        return text != null && LANGUAGE.matcher(text).matches();
    }

    /** Returns whether {@code text} may be an age band. Null is none. */
    public static boolean isAgeBand(@Nullable String text) {
        return text != null && AGE_BAND.matcher(text).matches();
    }
}

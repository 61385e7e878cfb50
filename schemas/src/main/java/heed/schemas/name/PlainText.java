package heed.schemas.name;

import java.util.regex.Pattern;

/**
 * Tells text that reads as it is written, for names and titles that people put into files and forms. Control characters
 * move cursors and end lines; those that turn the direction of writing make one name look like another.
 */
public final class PlainText {

    /**
     * What turns the direction of writing, breaks lines in Unicode's way, or is nothing at all, as a regular
     * expression's class.
     */
    public static final String UNPLAIN =
            "[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\u2028\\u2029\\uFEFF\\uFFF9-\\uFFFB]";

    private static final Pattern UNPLAIN_CHARACTER = Pattern.compile(UNPLAIN);

    private PlainText() {}

    /** Returns whether {@code text} is one line of plain text. */
    public static boolean isPlainLine(String text) {
        return text.codePoints().noneMatch(PlainText::isControlOrHalf)
                && !UNPLAIN_CHARACTER.matcher(text).find();
    }

    /** Returns whether {@code text} is one line of plain text, of at most so many characters (code points). */
    public static boolean isPlainLine(String text, int most) {
        return text.codePointCount(0, text.length()) <= most && isPlainLine(text);
    }

    private static boolean isControlOrHalf(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}

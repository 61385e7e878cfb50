package heed.schemas.name;

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

    private static final String RANGES =
            "\u061C\u061C\u200E\u200F\u202A\u202E\u2066\u2069\u2028\u2029\uFEFF\uFEFF\uFFF9\uFFFB";

    private PlainText() {}

    /** Returns whether {@code text} is one line of plain text. */
    public static boolean isPlainLine(String text) {
        return text.codePoints().noneMatch(PlainText::isUnplain);
    }

    private static boolean isUnplain(int c) {
        if (Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            return true;
        }
        for (int i = 0; i < RANGES.length(); i += 2) {
            if (c >= RANGES.charAt(i) && c <= RANGES.charAt(i + 1)) {
                return true;
            }
        }
        return false;
    }
}

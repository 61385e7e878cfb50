package heed.schemas.flat;

/** Makes text that a spreadsheet would take for a formula plain: names come from files and feeds. */
public final class SpreadsheetText {

    private static final String FORMULA = "=+-@\t\r\n";

    private SpreadsheetText() {}

    /** Returns the text, with an apostrophe in front where it begins as a formula does. */
    public static String plain(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

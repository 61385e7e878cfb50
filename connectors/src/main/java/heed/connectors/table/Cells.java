package heed.connectors.table;

import java.util.Locale;
import java.util.regex.Pattern;

/** Cleans what stands in a cell: other spaces are spaces, and around it are none. */
public final class Cells {

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u2007\\u202F]+");
    private static final Pattern NOTHING = Pattern.compile("[\\uFEFF\\u200B]");

    private Cells() {}

    /** Returns a cell's text on one line: runs of spaces, no-break spaces and line ends are one space each. */
    public static String text(String cell) {
        return SPACES.matcher(NOTHING.matcher(cell).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Returns what columns are compared by: capitals count for nothing. */
    public static String name(String cell) {
        return text(cell).toLowerCase(Locale.ROOT);
    }
}

package heed.connectors.published;

import heed.connectors.table.Cells;
import heed.connectors.table.TableRow;
import heed.schemas.name.Codes;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives one row's cells by the names of their columns, or says what is wrong with them. */
public final class PublishedRow {

    /** More responses than any hospital has in a month by two orders: a larger count is a mistake, not a month. */
    public static final int MOST_RESPONSES = 1_000_000;

    private static final int LONGEST_SHOWN = 40;

    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:[, ]\\d{3})+(?:[.]0+)?");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.](\\d+))?(?:[eE][+]?(\\d{1,2}))?");
    private static final Set<String> SUPPRESSED = Set.of("*", "-", "..", "c", "na", "n/a", "suppressed");

    private final TableRow row;
    private final Map<String, String> columns;

    PublishedRow(TableRow row, Map<String, String> columns) {
        this.row = row;
        this.columns = columns;
    }

    /** Returns the line of the file on which the row begins. */
    public long line() {
        return row.line();
    }

    /** Returns a cell without the space around it. */
    public String text(String column) {
        return row.cell(columns.getOrDefault(column, column));
    }

    /** Tells whether a cell has what publishers write for a figure of too few answers. */
    public boolean isSuppressed(String column) {
        return SUPPRESSED.contains(Cells.name(text(column)));
    }

    /** Tells whether a cell is empty. */
    public boolean isBlank(String column) {
        return text(column).isEmpty();
    }

    /** Returns a hospital's code. */
    public String code(String column) throws BadRowException {
        String code = text(column);
        if (code.isEmpty()) {
            throw new BadRowException(column + " is empty");
        }
        if (!Codes.isCode(code)) {
            throw new BadRowException(column + " must match " + Codes.PATTERN + ", was '" + abbreviated(code) + "'");
        }
        return code;
    }

    /**
     * Returns a whole number of responses, which may have separators of thousands, decimals that are zero, or an
     * exponent that leaves no digit out.
     */
    public int count(String column) throws BadRowException {
        String text = text(column);
        String plain = THOUSANDS.matcher(text).matches() ? text.replaceAll("[, ]", "") : text;
        Matcher number = NUMBER.matcher(plain);
        if (!number.matches()) {
            throw new BadRowException(column + " must be a whole number, was '" + abbreviated(text) + "'");
        }
        if (leavesDigitsOut(number)) {
            throw new BadRowException(
                    column + " was '" + abbreviated(text)
                            + "', of which a spreadsheet has left digits out: give the column a plain number format, and save it again");
        }
        BigDecimal count = new BigDecimal(plain);
        if (count.stripTrailingZeros().scale() > 0) {
            throw new BadRowException(column + " must be a whole number, was '" + abbreviated(text) + "'");
        }
        if (count.compareTo(BigDecimal.valueOf(MOST_RESPONSES)) > 0) {
            throw new BadRowException(column + " must be 0 to " + MOST_RESPONSES + ", was " + abbreviated(text));
        }
        return count.intValueExact();
    }

    private static boolean leavesDigitsOut(Matcher number) {
        String decimals = number.group(1) == null ? "" : number.group(1);
        return number.group(2) != null && decimals.length() < Integer.parseInt(number.group(2));
    }

    /** Returns a number from 0 to {@code most}, which may have decimals. */
    public double number(String column, int most) throws BadRowException {
        String text = text(column);
        if (!text.matches("[0-9]{1,3}([.][0-9]{1,15})?") || Double.parseDouble(text) > most) {
            throw new BadRowException(
                    column + " must be a number from 0 to " + most + ", was '" + abbreviated(text) + "'");
        }
        return Double.parseDouble(text);
    }

    private static String abbreviated(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }
}

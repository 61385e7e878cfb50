package heed.connectors.published;

import heed.schemas.name.Codes;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;

/** Gives one row's cells by the names of their columns, or says what is wrong with them. */
public final class PublishedRow {

    /** More responses than any hospital has in a month by two orders: a larger count is a mistake, not a month. */
    public static final int MOST_RESPONSES = 1_000_000;

    private static final int LONGEST_SHOWN = 40;

    private final long line;
    private final CSVRecord csv;
    private final Map<String, Integer> columns;

    PublishedRow(long line, CSVRecord csv, Map<String, Integer> columns) {
        this.line = line;
        this.csv = csv;
        this.columns = columns;
    }

    /** Returns the line of the file on which the row ends. */
    public long line() {
        return line;
    }

    /** Returns a cell without the space around it. */
    public String text(String column) {
        return csv.get(Objects.requireNonNull(columns.get(column), "a column that the reader does not need"))
                .strip();
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

    /** Returns a whole number of responses. */
    public int count(String column) throws BadRowException {
        String text = text(column);
        int count;
        try {
            count = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadRowException(column + " must be a whole number, was '" + abbreviated(text) + "'");
        }
        if (count < 0 || count > MOST_RESPONSES) {
            throw new BadRowException(column + " must be 0 to " + MOST_RESPONSES + ", was " + count);
        }
        return count;
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

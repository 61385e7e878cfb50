package heed.app.command;

import heed.topology.detect.WatchHistory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads lines {@code key,time,score[,-1]} in their order; a line is all it keeps. */
public final class HistoryFile {

    private static final String RETRACTION = "-1";
    private static final char PERCENT = '%';
    private static final int LEAST_CELLS = 3;
    private static final int MOST_CELLS = 4;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Quotes are letters like any others: a key that has some is refused, not read as a key without. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setQuote(null).get();

    private final String name;
    private final WatchHistory history;
    private final HistoryTimes times;
    private long number;

    private HistoryFile(String name, HistoryTimes times, WatchHistory history) {
        this.name = name;
        this.times = times;
        this.history = history;
    }

    /**
     * Gives every line of {@code in} to {@code history}. Empty lines count for nothing.
     *
     * @param name how messages name the file
     * @param zone of times that name none
     * @throws IllegalArgumentException at the first line that is wrong, with its number and what to do
     */
    public static void read(String name, InputStream in, ZoneId zone, WatchHistory history) throws IOException {
        new HistoryFile(name, new HistoryTimes(zone), history).read(in);
    }

    private void read(InputStream in) throws IOException {
        // A decoder of its own reports what is not UTF-8; two codes must not become one.
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        try (CSVParser parser = FORMAT.parse(reader)) {
            for (CSVRecord row : parser) {
                number = row.getRecordNumber();
                if (row.size() > 1 || !first(row).isEmpty()) {
                    take(row);
                }
            }
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
            throw new IllegalArgumentException(
                    name + ", after line " + number
                            + ": this is not UTF-8 text; save the file as CSV in UTF-8; one that is compressed goes through zcat FILE | heed watch -",
                    e);
        }
    }

    private String first(CSVRecord row) {
        String cell = row.get(0);
        return (number == 1 && cell.startsWith(BYTE_ORDER_MARK) ? cell.substring(1) : cell).strip();
    }

    private void take(CSVRecord row) {
        if (row.size() < LEAST_CELLS || row.size() > MOST_CELLS) {
            throw wrong(row.size() + " fields separated by commas instead of 3 or 4; write key,time,score, and ,-1"
                    + " after it to take the answer back; a key can't hold a comma");
        }
        String key = first(row);
        if (key.isEmpty() || key.indexOf('"') >= 0) {
            throw wrong("the key is " + (key.isEmpty() ? "empty" : "in quotes") + "; write a code without quotes or"
                    + " commas, such as H1");
        }
        long at = time(row.get(1).strip());
        double score = score(row.get(2).strip());
        if (row.size() == LEAST_CELLS) {
            history.add(key, at, score);
        } else if (row.get(LEAST_CELLS).strip().equals(RETRACTION)) {
            history.retract(key, at, score);
        } else {
            throw wrong("the fourth field is '" + row.get(LEAST_CELLS) + "'; write -1 to take the answer back, or leave"
                    + " the field and its comma out");
        }
    }

    private long time(String text) {
        return times.read(text)
                .orElseThrow(() -> wrong("the time is '" + text + "'; write a date, such as 2024-01-01, a time, such as"
                        + " 2024-01-01T08:06:39Z, or milliseconds since 1970-01-01 UTC, such as 1704096399144, in the"
                        + " years 1 to 9999" + (number == 1 ? ", and delete the line if it is a header" : "")));
    }

    /** Percent are divided as decimals: 7% and 0.07 are the same answer. */
    private double score(String text) {
        boolean percent = !text.isEmpty() && text.indexOf(PERCENT) == text.length() - 1;
        double score;
        try {
            score = percent
                    ? new BigDecimal(text.substring(0, text.length() - 1).strip())
                            .movePointLeft(2)
                            .doubleValue()
                    : Double.parseDouble(text);
        } catch (NumberFormatException | ArithmeticException e) {
            score = Double.NaN;
        }
        if (score >= 0 && score <= 1) {
            return score;
        }
        throw wrong("the score is '" + text + "'; write a number from 0 (worst) to 1 (best), such as 0.75, or percent,"
                + " such as 75%");
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(name + ", line " + number + ": " + problem);
    }
}

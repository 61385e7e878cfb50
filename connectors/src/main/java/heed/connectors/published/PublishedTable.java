package heed.connectors.published;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a published CSV file row by row. Columns are found by name, those that are not needed are ignored, and a row
 * that cannot be true is put aside with its line number while the rest goes on.
 *
 * <p>Bytes that are not UTF-8 do no harm: older files are in another encoding, but only the names of hospitals show it.
 */
public final class PublishedCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final PublishedSource source;
    private final List<String> needed;

    /** Prepares to read a file whose first line names at least the {@code needed} columns. */
    public PublishedCsv(PublishedSource source, List<String> needed) {
        this.source = source;
        this.needed = List.copyOf(needed);
    }

    /** Takes one row, or says why it can't be true. */
    @FunctionalInterface
    public interface RowTaker {
        void take(PublishedRow row) throws BadRowException;
    }

    /**
     * Hands every row to {@code taker} and returns those that it, or the reader, refused.
     *
     * @throws PublishedException where the file can't be read or lacks a column
     */
    public List<BadRow> read(RowTaker taker) {
        try (InputStream bytes = source.opener().open();
                Reader text = withoutMark(new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8)));
                CSVParser parser = CSVFormat.DEFAULT.parse(text)) {
            return read(parser, taker);
        } catch (NoSuchFileException e) {
            throw new PublishedException("cannot read " + source.name() + ": there is no such file " + e.getFile(), e);
        } catch (IOException | UncheckedIOException e) {
            throw new PublishedException("cannot read " + source.name() + ": " + e.getMessage(), e);
        }
    }

    private static Reader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private List<BadRow> read(CSVParser parser, RowTaker taker) {
        Iterator<CSVRecord> records = parser.iterator();
        if (!records.hasNext()) {
            throw new PublishedException(source.name() + " is empty; its first line must name the columns " + needed);
        }
        Map<String, Integer> columns = columnsOf(records.next());
        List<BadRow> rejected = new ArrayList<>();
        while (records.hasNext()) {
            CSVRecord csv = records.next();
            long line = parser.getCurrentLineNumber();
            try {
                requireLongEnough(csv, columns);
                taker.take(new PublishedRow(line, csv, columns));
            } catch (BadRowException e) {
                rejected.add(new BadRow(line, e.problem()));
            }
        }
        return rejected;
    }

    private Map<String, Integer> columnsOf(CSVRecord header) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        List<String> missing =
                needed.stream().filter(column -> !columns.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            throw new PublishedException(
                    source.name() + " lacks the columns " + missing + "; its first line must name " + needed);
        }
        return columns;
    }

    private void requireLongEnough(CSVRecord csv, Map<String, Integer> columns) throws BadRowException {
        for (String column : needed) {
            if (Objects.requireNonNull(columns.get(column)) >= csv.size()) {
                throw new BadRowException("ends before the column " + column);
            }
        }
    }
}

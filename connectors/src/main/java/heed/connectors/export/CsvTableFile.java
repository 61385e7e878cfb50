package heed.connectors.export;

import heed.schemas.flat.FlatColumn;
import heed.schemas.flat.SpreadsheetText;
import java.io.Flushable;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV (RFC 4180) with a line of names first. Times are ISO 8601 in UTC; numbers are written so that reading them
 * gives the same ones; what is absent is an empty cell.
 */
public final class CsvTableFile implements TableFile {

    private final CSVPrinter csv;

    private CsvTableFile(CSVPrinter csv) {
        this.csv = csv;
    }

    /** Begins a file with the names of its columns; closing it closes {@code to}, where that can be closed. */
    public static <T extends Appendable & Flushable> CsvTableFile of(List<FlatColumn> columns, T to)
            throws IOException {
        CSVPrinter csv = new CSVPrinter(to, CSVFormat.RFC4180);
        csv.printRecord(columns.stream().map(FlatColumn::name).toArray());
        return new CsvTableFile(csv);
    }

    @Override
    public void write(List<? extends @Nullable Object> cells) throws IOException {
        for (Object cell : cells) {
            csv.print(cell instanceof String text ? SpreadsheetText.plain(text) : cell);
        }
        csv.println();
    }

    @Override
    public void close() throws IOException {
        csv.close(true);
    }
}

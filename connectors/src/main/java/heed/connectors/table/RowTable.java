package heed.connectors.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;

/** Reads a file row by row, as often as it is asked to. */
public interface RowTable {

    /**
     * Looks through a file for how it is written down.
     *
     * @throws TableException where it can't be read
     */
    static RowTable open(TableSource source, TableFormat format) {
        try {
            if (format.kindOf(source) == TableFormat.Kind.XLSX) {
                return GridTable.open(source.name(), XlsxGrid.open(source, format), format.header());
            }
            TextEncoding encoding = TextEncoding.of(source, format.encoding());
            return format.kindOf(source) == TableFormat.Kind.NDJSON
                    ? new NdjsonTable(source, encoding)
                    : GridTable.open(source.name(), CsvGrid.open(source, format, encoding), format.header());
        } catch (NoSuchFileException e) {
            throw new TableException("cannot read " + source.name() + ": there is no such file", e);
        } catch (IOException | UncheckedIOException e) {
            throw new TableException("cannot read " + source.name() + ": " + e.getMessage(), e);
        }
    }

    /** Returns the names of the columns as far as the file says them. */
    List<String> columns();

    /**
     * Asks for columns that are to be read, by name or by number from 1.
     *
     * @throws TableException that names each that is not there, or there twice
     */
    void require(Collection<String> columns);

    /**
     * Hands over every row that is not blank.
     *
     * @throws TableException where the file can't be read to its end
     */
    void read(RowTaker taker);
}

package heed.connectors.export;

import heed.schemas.flat.FlatColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a workbook of Excel's, sheet after sheet of as many rows as one may have, each with the names of its columns
 * first. Text is text, whatever it begins with; times are text too, ISO 8601 in UTC, since a spreadsheet's have no
 * zone, and so is a whole number of more digits than a spreadsheet's numbers keep.
 */
public final class XlsxTableFile implements TableFile {

    /** Rows of a sheet, its names among them. */
    static final int MOST_ROWS = 1_048_576;

    private static final int FLUSHED_EVERY = 1_000;
    private static final long EXACT = 999_999_999_999_999L;

    private final Workbook workbook;
    private final String name;
    private final List<FlatColumn> columns;
    private final int mostRows;
    private Worksheet sheet;
    private int sheets;
    private int row;

    /** Begins a workbook whose sheets are called {@code name}, and closes {@code to} in the end. */
    public XlsxTableFile(String name, List<FlatColumn> columns, OutputStream to) {
        this(name, columns, to, MOST_ROWS);
    }

    XlsxTableFile(String name, List<FlatColumn> columns, OutputStream to, int mostRows) {
        this.workbook = new Workbook(to, "Heed", "1.0");
        this.name = name;
        this.columns = columns;
        this.mostRows = mostRows;
        this.sheet = begin();
    }

    private Worksheet begin() {
        sheets++;
        Worksheet next = workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        for (int at = 0; at < columns.size(); at++) {
            next.inlineString(0, at, columns.get(at).name());
        }
        row = 1;
        return next;
    }

    @Override
    public void write(List<? extends @Nullable Object> cells) throws IOException {
        if (row == mostRows) {
            sheet.finish();
            sheet = begin();
        }
        for (int at = 0; at < cells.size(); at++) {
            write(at, cells.get(at));
        }
        row++;
        if (row % FLUSHED_EVERY == 0) {
            sheet.flush();
        }
    }

    private void write(int at, @Nullable Object cell) {
        if (cell instanceof Boolean truth) {
            sheet.value(row, at, truth);
        } else if (cell instanceof Double || (cell instanceof Long whole && Math.abs(whole) <= EXACT)) {
            sheet.value(row, at, (Number) cell);
        } else if (cell != null) {
            sheet.inlineString(row, at, cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
        workbook.close();
    }
}

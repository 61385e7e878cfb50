package heed.connectors.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Reads a sheet of a workbook (.xlsx), its cells as text: {@link XlsxCell}. It is held in memory packed, and no larger
 * one is read than a survey system exports.
 */
final class XlsxGrid implements Grid {

    private static final int MOST_PACKED = 64 << 20;
    private static final long MOST_UNPACKED = 1L << 30;
    private static final int CHUNK = 1 << 16;

    private final byte[] packed;
    private final String sheet;

    private XlsxGrid(byte[] packed, String sheet) {
        this.packed = packed;
        this.sheet = sheet;
    }

    static XlsxGrid open(TableSource source, TableFormat format) throws IOException {
        try (InputStream in = source.open()) {
            return open(source.name(), in.readNBytes(MOST_PACKED + 1), format);
        }
    }

    private static XlsxGrid open(String file, byte[] packed, TableFormat format) {
        try {
            if (packed.length > MOST_PACKED || unpacks(packed) > MOST_UNPACKED) {
                throw new TableException(file + " is larger than a workbook may be here; save the sheet as CSV in UTF-8"
                        + " and import that");
            }
            try (ReadableWorkbook workbook = workbook(packed)) {
                return new XlsxGrid(packed, sheet(file, workbook, format.sheet()));
            }
        } catch (IOException | ExcelReaderException e) {
            throw new TableException(
                    file + " is no workbook that can be read, or was cut off; open it and save it as .xlsx again", e);
        }
    }

    /** Returns how much there is once unpacked, or something above what may be. */
    private static long unpacks(byte[] packed) throws IOException {
        long bytes = 0;
        byte[] chunk = new byte[CHUNK];
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(packed))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(chunk); read >= 0 && bytes <= MOST_UNPACKED; read = in.read(chunk)) {
                        bytes += read;
                    }
                }
            }
        }
        return bytes;
    }

    private static ReadableWorkbook workbook(byte[] packed) throws IOException {
        return new ReadableWorkbook(new ByteArrayInputStream(packed), new ReadingOptions(true, true));
    }

    private static String sheet(String file, ReadableWorkbook workbook, Optional<String> said) throws IOException {
        List<String> seen = new ArrayList<>();
        for (Sheet each : workbook.getSheets().toList()) {
            if (said.isPresent() && each.getName().equalsIgnoreCase(said.get())) {
                return each.getName();
            }
            if (each.getVisibility() == SheetVisibility.VISIBLE && hasRows(each)) {
                seen.add(each.getName());
            }
        }
        if (said.isPresent()) {
            throw new TableException(file + " has no sheet '" + said.get() + "'; it has " + String.join(", ", seen));
        }
        if (seen.isEmpty()) {
            throw new TableException(file + " has no sheet with anything in it");
        }
        if (seen.size() > 1) {
            throw new TableException(file + " has the sheets " + String.join(", ", seen)
                    + ": say which by  file: {sheet: ...}  in a mapping, or by --sheet for published figures");
        }
        return seen.get(0);
    }

    private static boolean hasRows(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.anyMatch(row -> row.getFirstNonEmptyCell().isPresent());
        }
    }

    @Override
    public void read(LineTaker taker) throws IOException {
        try (ReadableWorkbook workbook = workbook(packed);
                Stream<Row> rows = workbook.findSheet(sheet).orElseThrow().openStream()) {
            var cell = new XlsxCell(workbook.isDate1904());
            boolean more = true;
            int widest = 0;
            for (Iterator<Row> each = rows.iterator(); more && each.hasNext(); ) {
                Row row = each.next();
                widest = Math.max(widest, row.getCellCount());
                more = taker.take(row.getRowNum(), cells(row, cell, widest));
            }
        } catch (ExcelReaderException | UncheckedIOException e) {
            throw new IOException("the workbook is not whole", e);
        }
    }

    /** Returns as many cells as the widest row above had: a workbook keeps none that are empty at the end of a row. */
    private static List<String> cells(Row row, XlsxCell text, int widest) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < widest; column++) {
            Cell cell = column < row.getCellCount() ? row.getCell(column) : null;
            cells.add(cell == null ? "" : text.of(cell));
        }
        return cells;
    }

    @Override
    public String lackOfTooLongLine() {
        return "";
    }
}

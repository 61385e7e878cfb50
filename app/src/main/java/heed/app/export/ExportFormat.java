package heed.app.export;

import heed.connectors.export.CsvTableFile;
import heed.connectors.export.ParquetTableFile;
import heed.connectors.export.TableFile;
import heed.connectors.export.XlsxTableFile;
import heed.schemas.flat.FlatTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** How a file is written. */
public enum ExportFormat {
    /** RFC 4180 in UTF-8. */
    CSV {
        @Override
        TableFile open(FlatTable<?> table, OutputStream to) throws IOException {
            Writer text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
            return CsvTableFile.of(table.columns(), text);
        }
    },
    /** A workbook of Excel's. */
    XLSX {
        @Override
        TableFile open(FlatTable<?> table, OutputStream to) {
            return new XlsxTableFile(table.name(), table.columns(), to);
        }
    },
    /** What programs of analysts read by column, with its types. */
    PARQUET {
        @Override
        TableFile open(FlatTable<?> table, OutputStream to) throws IOException {
            return new ParquetTableFile(table.name(), table.columns(), to);
        }
    };

    /** Begins a file of a table's rows, which closes {@code to} in the end. */
    abstract TableFile open(FlatTable<?> table, OutputStream to) throws IOException;
}

package heed.app.export;

import heed.connectors.export.CsvTableFile;
import heed.connectors.export.TableFile;
import heed.connectors.export.TopicRows.Written;
import heed.schemas.flat.FlatTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a table to a file, which has its name only when it is whole and is for its owner's eyes alone, or prints it.
 */
public final class ExportFile {

    private ExportFile() {}

    /** Writes rows to a file that has been begun. */
    public interface Rows {

        /** Writes all of them, and returns what was written. */
        Written writeTo(TableFile file) throws IOException;
    }

    /** Writes {@code file}, in place of one that is there. */
    public static Written write(Path file, ExportFormat format, FlatTable<?> table, Rows rows) throws IOException {
        Path part = file.toAbsolutePath().resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Written written;
            try (OutputStream out = Files.newOutputStream(part);
                    TableFile open = format.open(table, out)) {
                written = rows.writeTo(open);
            }
            Files.move(part, file.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Prints CSV. */
    public static Written print(PrintWriter out, FlatTable<?> table, Rows rows) throws IOException {
        Written written = rows.writeTo(CsvTableFile.of(table.columns(), out));
        out.flush();
        return written;
    }
}

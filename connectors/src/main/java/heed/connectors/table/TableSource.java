package heed.connectors.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Says where a table is read from.
 *
 * @param name for messages
 */
public record TableSource(String name, Opener opener) {

    /** Opens the file's bytes, afresh at each call. */
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /** Returns a file. */
    public static TableSource ofFile(Path file) {
        Path name = file.getFileName();
        return new TableSource(name == null ? file.toString() : name.toString(), () -> Files.newInputStream(file));
    }

    InputStream open() throws IOException {
        return opener.open();
    }
}

package heed.app.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A log file that never outgrows its limit: at the limit it is renamed to {@code NAME.1}, replacing the one before.
 *
 * <p>Remembers its last lines, for the error message of a server that dies; of a stack trace only what it is of.
 */
final class BoundedLog implements AutoCloseable {

    private static final int REMEMBERED = 12;

    private final Path file;
    private final long limit;
    private final Deque<String> last = new ArrayDeque<>();
    private Writer writer;
    private long written;

    /** Starts the file anew; {@code limit} is in characters. */
    BoundedLog(Path file, long limit) throws IOException {
        this.file = file;
        this.limit = limit;
        roll();
    }

    synchronized void append(String line) {
        remember(line);
        try {
            if (written > 0 && written + line.length() >= limit) {
                writer.close();
                roll();
            }
            writer.write(line);
            writer.write('\n');
            writer.flush();
            written += line.length() + 1;
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    private void remember(String line) {
        if (line.stripLeading().startsWith("at ")) {
            return;
        }
        last.addLast(line);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    synchronized List<String> lastLines() {
        return List.copyOf(last);
    }

    private void roll() throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        writer = Files.newBufferedWriter(file);
        written = 0;
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("could not close " + file, e);
        }
    }
}

package heed.app.server.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A directory that is deleted with everything in it when it is closed. */
public final class TemporaryDirectory implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long RETRY_MS = 100;

    private final Path path;

    /** Makes one whose name begins with {@code prefix}. */
    public TemporaryDirectory(String prefix) {
        try {
            path = Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory can be made", e);
        }
    }

    /** Returns where it is. */
    public Path path() {
        return path;
    }

    /** A server that takes its time to end writes into it meanwhile: it is deleted again until nothing is left. */
    @Override
    public void close() {
        long began = System.nanoTime();
        while (true) {
            try {
                delete(path);
                return;
            } catch (IOException e) {
                if (System.nanoTime() - began > LIMIT.toNanos() || !waited()) {
                    throw new UncheckedIOException(path + " can't be deleted", e);
                }
            }
        }
    }

    private static boolean waited() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Deletes a directory with all that is in it; one that is not there is deleted already. */
    static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new Deleting());
    }

    /** A file may go while the directory is walked: a server that is just ending deletes its own. */
    private static final class Deleting extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}

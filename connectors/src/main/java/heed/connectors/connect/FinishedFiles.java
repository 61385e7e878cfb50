package heed.connectors.connect;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Moves files away once all that was read of them is committed; without a directory for them they stay where they are.
 * Threads may share one: records are committed on whatever thread Connect does that.
 */
final class FinishedFiles {

    private final Optional<Path> directory;
    private final Map<SourceFile, Integer> open = new HashMap<>();
    private final Map<SourceFile, Path> read = new HashMap<>();

    FinishedFiles(Optional<Path> directory) {
        this.directory = directory;
    }

    /** Notes that so many records of a file were handed over. */
    synchronized void handedOver(SourceFile file, int records) {
        open.merge(file, records, Integer::sum);
    }

    /** Notes that a record of a file is committed. */
    synchronized void committed(SourceFile file) {
        open.merge(file, -1, Integer::sum);
    }

    /** Notes that a file was read to its end. */
    synchronized void readToEnd(SourceFile file, Path path) {
        read.put(file, path);
    }

    private synchronized Map<SourceFile, Path> takeDone() {
        Map<SourceFile, Path> done = new HashMap<>();
        List.copyOf(read.keySet()).forEach(file -> {
            if (open.getOrDefault(file, 0) == 0) {
                done.put(file, read.get(file));
                read.remove(file);
                open.remove(file);
            }
        });
        return done;
    }

    /** Moves what may be moved, and returns what was. */
    List<Path> moveDone() {
        List<Path> moved = new ArrayList<>();
        takeDone()
                .forEach((file, path) -> directory.ifPresent(into -> {
                    move(file, path, into);
                    moved.add(path);
                }));
        return moved;
    }

    private static void move(SourceFile file, Path path, Path into) {
        try {
            Path target = into.resolve(file.name());
            if (Files.exists(target)) {
                target = into.resolve(file.nameOfItsOwn());
            }
            try {
                Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (NoSuchFileException e) {
            // Somebody has taken it away already.
            return;
        } catch (IOException e) {
            throw new ConnectException(
                    "all of " + file.name() + " is in Heed, but it can't be moved to " + into + " (" + e.getMessage()
                            + "); let the worker write there, then start the task again",
                    e);
        }
    }
}

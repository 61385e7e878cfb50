package heed.connectors.connect;

import java.io.IOException;
import java.nio.file.Path;
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

    private final Optional<MovingFiles> moving;
    private final Map<SourceFile, Integer> open = new HashMap<>();
    private final Map<SourceFile, Read> read = new HashMap<>();

    /** Moves files from one directory to the other. */
    FinishedFiles(Path from, Optional<Path> into) {
        this.moving = into.map(directory -> new MovingFiles(from, directory));
    }

    /** A file that was read to its end, and how it stood. */
    private record Read(Path path, FileState state) {}

    /** Those that were moved away, and those that others have taken the place of, which are still to be read. */
    record Done(List<Path> moved, List<Path> replaced) {}

    /** Puts back what a task that was killed has not moved to the end. */
    void recover() {
        moving.ifPresent(files -> {
            try {
                files.recover();
            } catch (IOException e) {
                throw failure(
                        "files that a task before this one began to move away can't be put back into their directory",
                        files,
                        e);
            }
        });
    }

    /** Notes that so many records of a file were handed over. */
    synchronized void handedOver(SourceFile file, int records) {
        open.merge(file, records, Integer::sum);
    }

    /** Notes that a record of a file is committed. */
    synchronized void committed(SourceFile file) {
        open.merge(file, -1, Integer::sum);
    }

    /** Notes that a file was read to its end, and how it stood all the while. */
    synchronized void readToEnd(SourceFile file, Path path, FileState state) {
        read.put(file, new Read(path, state));
    }

    private synchronized Map<SourceFile, Read> takeDone() {
        Map<SourceFile, Read> done = new HashMap<>();
        List.copyOf(read.keySet()).forEach(file -> {
            if (open.getOrDefault(file, 0) == 0) {
                done.put(file, read.get(file));
                read.remove(file);
                open.remove(file);
            }
        });
        return done;
    }

    /** Moves what may be moved. One that is not what was read any more stays, and is forgotten. */
    Done moveDone() {
        var done = new Done(new ArrayList<>(), new ArrayList<>());
        takeDone()
                .forEach((file, how) -> moving.ifPresent(files -> {
                    List<Path> those = move(files, file, how) ? done.moved() : done.replaced();
                    those.add(how.path());
                }));
        return done;
    }

    private static boolean move(MovingFiles files, SourceFile file, Read how) {
        try {
            return files.move(file, how.path(), how.state());
        } catch (IOException e) {
            throw failure("all that was read of " + file.name() + " is in Heed, but it can't be moved away", files, e);
        }
    }

    private static ConnectException failure(String what, MovingFiles files, IOException why) {
        return new ConnectException(
                what + " (" + why.getClass().getSimpleName() + ": " + why.getMessage() + "); let the worker write to "
                        + files.from() + " and " + files.into() + ", then start the task again",
                why);
    }
}

package heed.connectors.connect;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.connect.errors.ConnectException;

/** Chooses the file that is read next: the first by name of those that stand still and have more than was taken. */
final class NextFile {

    private final FeedbackFileSourceConfig config;
    private final FileWatch watch;
    private final FinishedFiles finished;
    private final PollPace pace;
    private final FileLog log;
    private final Set<Path> unread = new HashSet<>();

    NextFile(FeedbackFileSourceConfig config, FileWatch watch, FinishedFiles finished, PollPace pace, FileLog log) {
        this.config = config;
        this.watch = watch;
        this.finished = finished;
        this.pace = pace;
        this.log = log;
    }

    /** A file, how it stood before it was looked into, and how far it was taken. */
    record Found(Path path, FileState state, SourceFile file, FilePlace place) {}

    /** Looks for it by how far files were taken; has the task rest where there is none. */
    Optional<Found> find(Function<SourceFile, FilePlace> places) {
        Map<Path, FileState> ready = ready();
        unread.retainAll(ready.keySet());
        for (Map.Entry<Path, FileState> each : ready.entrySet()) {
            Optional<Found> found = file(each.getKey())
                    .map(file -> new Found(each.getKey(), each.getValue(), file, places.apply(file)));
            if (found.isPresent() && !found.get().place().isEnd()) {
                return found;
            }
            found.ifPresent(this::settle);
            if (pace.isLong()) {
                return Optional.empty();
            }
        }
        pace.rest();
        return Optional.empty();
    }

    private void settle(Found done) {
        watch.settle(done.path(), done.state());
        finished.readToEnd(done.file(), done.path(), done.state());
    }

    private Map<Path, FileState> ready() {
        try {
            return watch.ready();
        } catch (IOException | DirectoryIteratorException e) {
            throw new ConnectException(
                    "cannot read the directory " + config.directory() + " (" + e.getMessage()
                            + "); let the worker read it, then start the task again",
                    e);
        }
    }

    /** Says what is in a file; nothing where it can't be read, which may be mended without a change of the file. */
    private Optional<SourceFile> file(Path path) {
        try {
            SourceFile file = SourceFile.of(path);
            unread.remove(path);
            return Optional.of(file);
        } catch (NoSuchFileException e) {
            // Somebody has just taken it away.
            return Optional.empty();
        } catch (IOException e) {
            unreadable(path, e);
            return Optional.empty();
        }
    }

    private void unreadable(Path path, IOException why) {
        String what = path.getFileName() + " can't be read (" + why.getClass().getSimpleName() + ")";
        if (config.stopsAtUnreadable()) {
            throw new ConnectException(
                    what + ". Let the worker read it or take it away, then start the task again; with"
                            + " unreadable=pass-over others are read meanwhile",
                    why);
        }
        if (unread.add(path)) {
            log.closed(what);
        }
    }
}

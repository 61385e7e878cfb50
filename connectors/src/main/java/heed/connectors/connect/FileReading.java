package heed.connectors.connect;

import heed.connectors.rows.RowFeed;
import heed.connectors.rows.RowFile;
import heed.connectors.rows.RowSummary;
import heed.connectors.submission.Submission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file on a thread of its own, as far ahead of the task as a queue has room for. The file is gone through
 * once before, so that nothing is taken of one that can't be read to its end, or that changes meanwhile.
 */
final class FileReading implements AutoCloseable {

    private static final int AHEAD = 1_000;

    private final Path path;
    private final FileState state;
    private final SourceFile file;
    private final BlockingQueue<Item> queue = new ArrayBlockingQueue<>(AHEAD);
    private final Thread thread;
    private FilePlace taken;
    private @Nullable Item head;
    private @Nullable Item next;

    private FileReading(Path path, FileState state, SourceFile file, FilePlace from, Work work) {
        this.path = path;
        this.state = state;
        this.file = file;
        this.taken = from;
        this.thread = new Thread(() -> read(work, from.line()), "feedback-file");
        thread.setDaemon(true);
    }

    /** Begins to read a file, which was in a state before it was looked into, behind a place. */
    static FileReading begin(
            Path path,
            FileState state,
            SourceFile file,
            FilePlace from,
            Supplier<RowFile> rows,
            Duration lateness,
            Clock clock) {
        var reading = new FileReading(path, state, file, from, new Work(rows, lateness, clock));
        reading.thread.start();
        return reading;
    }

    private record Work(Supplier<RowFile> rows, Duration lateness, Clock clock) {}

    private sealed interface Item permits Row, End {}

    /** A row that is a response. */
    record Row(Submission submission, long line, Instant arrival) implements Item {}

    /** How the reading ended. */
    sealed interface End extends Item permits Whole, Changed, Failed {}

    /** All of it was read. */
    record Whole(RowSummary summary) implements End {}

    /** It is not what it was any more. */
    record Changed() implements End {}

    /** It could not be read. */
    record Failed(Throwable why) implements End {}

    /** Says that nobody takes any more. */
    private static final class StoppedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private void read(Work work, long behind) {
        try {
            put(result(work, behind));
        } catch (StoppedException e) {
            // Nobody waits for what would have been read.
            return;
        } catch (RuntimeException e) {
            putLast(hasChanged() ? new Changed() : new Failed(e));
        } catch (Error e) {
            // The task is told, and fails: it would wait for the next row for ever.
            putLast(new Failed(e));
        }
    }

    private End result(Work work, long behind) {
        RowFile rows = work.rows().get();
        Instant now = work.clock().instant();
        new RowFeed(rows, work.lateness(), now).run(Long.MAX_VALUE, (row, line) -> {});
        if (!isStill()) {
            return new Changed();
        }
        var feed = new RowFeed(rows, work.lateness(), now);
        RowSummary summary = feed.run(behind, (row, line) -> put(new Row(row, line, feed.arrival())));
        return isStill() ? new Whole(summary) : new Changed();
    }

    /** Tells whether a file that can't be read is another by now, or gone. */
    private boolean hasChanged() {
        try {
            return !FileWatch.isStill(path, state);
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isStill() {
        try {
            return FileWatch.isStill(path, state);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(Item item) {
        try {
            queue.put(item);
        } catch (InterruptedException e) {
            throw new StoppedException();
        }
    }

    private void putLast(End end) {
        try {
            queue.put(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the next row; null where none comes within {@code wait}, or none is left. */
    @Nullable
    Row peek(Duration wait) throws InterruptedException {
        if (head == null) {
            head = poll(wait);
        }
        // Whether a row is the last shows by what comes behind it.
        if (head instanceof Row && next == null) {
            next = poll(wait);
        }
        return head instanceof Row row && next != null ? row : null;
    }

    private @Nullable Item poll(Duration wait) throws InterruptedException {
        return queue.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns the place behind the row that {@link #peek} returned. */
    FilePlace placeBehind(Row row) {
        return new FilePlace(row.line(), next instanceof Whole);
    }

    /** Returns the place up to which rows were taken. */
    FilePlace taken() {
        return taken;
    }

    /** Goes on behind the row that {@link #peek} returned. */
    void take(Row row) {
        taken = placeBehind(row);
        head = next;
        next = null;
    }

    /** Returns how it ended; null while there may be more. */
    @Nullable
    End end() {
        return head instanceof End end ? end : null;
    }

    Path path() {
        return path;
    }

    FileState state() {
        return state;
    }

    SourceFile file() {
        return file;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}

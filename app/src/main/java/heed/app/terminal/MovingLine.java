package heed.app.terminal;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Keeps one line of the terminal moving that says what is waited for and for how long, below what is said for good.
 * Where errors go to no terminal it draws nothing, and what is said is printed all the same.
 */
public final class MovingLine implements AutoCloseable {

    private static final long EVERY_MS = 500;
    /** What logs a warning knows nothing of this line, and writes over it from its beginning. */
    private static final String DRAWN = "\rheed: %s, %d s\033[K\r";

    private static final String ERASED = "\r\033[K";

    private final PrintWriter out;
    private final Optional<PrintWriter> terminal;
    private final Clock clock;
    private final ScheduledExecutorService mover;
    private Optional<Supplier<String>> awaited = Optional.empty();
    private Instant since;

    /** Moves whenever it is drawn. */
    MovingLine(PrintWriter out, Optional<PrintWriter> terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
        this.since = clock.instant();
        this.mover = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "moving-line");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins a line on {@code err}, by itself where the launcher saw that errors go to a terminal. */
    public static MovingLine begin(PrintWriter out, PrintWriter err, Clock clock) {
        if (!isSeen()) {
            return new MovingLine(out, Optional.empty(), clock);
        }
        var line = new MovingLine(out, Optional.of(err), clock);
        var unused = line.mover.scheduleAtFixedRate(line::draw, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        return line;
    }

    /** Returns whether the launcher saw that errors go to a terminal. */
    public static boolean isSeen() {
        return Boolean.getBoolean("heed.terminal");
    }

    /** Ends the line by which the launcher showed that Java starts; nothing of ours may be printed before. */
    public static void endLaunchers(PrintWriter err) {
        Optional.ofNullable(Long.getLong("heed.moving"))
                .flatMap(ProcessHandle::of)
                .ifPresent(launchers -> {
                    launchers.destroyForcibly();
                    err.print(ERASED);
                    err.flush();
                });
    }

    /** Shows from now on that this is waited for. */
    public void awaits(String what) {
        awaits(() -> what);
    }

    /** Shows from now on that what {@code what} returns is waited for; asked on another thread, each time anew. */
    public synchronized void awaits(Supplier<String> what) {
        awaited = Optional.of(what);
        since = clock.instant();
        draw();
    }

    /** Shows no more that anything is waited for. */
    public synchronized void rest() {
        erase();
        awaited = Optional.empty();
    }

    /** Says something that stays. */
    public void say(String line) {
        say(to -> to.println(line));
    }

    /** Says something that stays. */
    public synchronized void say(Consumer<PrintWriter> lines) {
        erase();
        lines.accept(out);
        out.flush();
        draw();
    }

    @Override
    public void close() {
        mover.shutdownNow();
        rest();
    }

    synchronized void draw() {
        if (terminal.isPresent() && awaited.isPresent()) {
            PrintWriter to = terminal.get();
            to.print(DRAWN.formatted(
                    awaited.get().get(),
                    Duration.between(since, clock.instant()).toSeconds()));
            to.flush();
        }
    }

    private void erase() {
        if (terminal.isPresent() && awaited.isPresent()) {
            terminal.get().print(ERASED);
            terminal.get().flush();
        }
    }
}

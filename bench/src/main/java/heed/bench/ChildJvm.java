package heed.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a main class of this class path in a process of its own, so that what it costs is its own.
 *
 * <p>The two talk by lines: the child answers each line of its standard input by one that begins with {@link #SAYS}.
 * Standard input ends when this process is gone, however it went, and then the child ends too.
 */
final class ChildJvm implements AutoCloseable {

    /** Begins each line of the child's standard output that is meant for its parent. */
    static final String SAYS = "heed.bench.says=";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final BufferedReader lines;
    private final Writer questions;

    private ChildJvm(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.questions = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts {@code main} of this class path with options of the JVM and arguments; its standard error goes to
     * {@code errors}.
     */
    static ChildJvm start(Class<?> main, List<String> options, Redirect errors, String... arguments) {
        return start(main, System.getProperty("java.class.path"), options, errors, arguments);
    }

    /** Starts {@code main} of another class path. */
    static ChildJvm start(Class<?> main, String classPath, List<String> options, Redirect errors, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        try {
            return new ChildJvm(
                    new ProcessBuilder(command).redirectError(errors).start());
        } catch (IOException e) {
            throw new UncheckedIOException(main.getSimpleName() + " did not start", e);
        }
    }

    /** Waits for what the child says next. */
    String said() {
        try {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(SAYS)) {
                    return line.substring(SAYS.length());
                }
            }
            throw new IllegalStateException("the process ended; its standard error says why");
        } catch (IOException e) {
            throw new UncheckedIOException("the process can't be read", e);
        }
    }

    /** Asks the child and waits for its answer. */
    String ask(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the process takes no question", e);
        }
        return said();
    }

    /** Returns the CPU time of all its threads, collection and compilation too. */
    long cpuNanos() {
        return process.info()
                .totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("the system does not tell the CPU time of a process"))
                .toNanos();
    }

    /** Returns the bytes of memory that it has taken; 0 where the system does not tell. */
    long residentBytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try {
            return !Files.exists(status)
                    ? 0
                    : Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                            .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(status + " can't be read", e);
        }
    }

    /** Ends the child, which may close what it has open, and waits for it. */
    @Override
    public void close() {
        try {
            questions.close();
        } catch (IOException e) {
            process.destroy();
        }
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

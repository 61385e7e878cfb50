package heed.app.acceptance;

import heed.app.server.Servers;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The built program as a child process, as the launcher starts it. Its children end with it. */
public final class HeedProcess implements AutoCloseable {

    /** Where the built program is. */
    public static final Path LIBRARIES = Path.of("target", "heed", "lib").toAbsolutePath();

    /**
     * Keeps which classes the program loads, as the launcher does: the first that stops by itself writes it. Each of
     * the build's processes of tests has one of its own.
     */
    private static final Path CLASSES =
            LIBRARIES.resolveSibling("tests-" + System.getProperty("surefire.forkNumber", "1") + ".jsa");

    /** Longer than anything takes on a machine with too much to do. */
    public static final Duration GENEROUS = Duration.ofMinutes(5);

    private final Process process;
    private final Thread reader;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private HeedProcess(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "heed-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts {@code heed arguments...} with {@code environment} added to this process's. */
    public static HeedProcess start(Map<String, String> environment, String... arguments) {
        if (!Files.isDirectory(LIBRARIES)) {
            throw new IllegalStateException("no built program in " + LIBRARIES + ": run mvn package first");
        }
        return start(LIBRARIES + "/*", environment, arguments);
    }

    /** Starts the program on {@code classPath}, which need not be the one that was built here. */
    public static HeedProcess start(String classPath, Map<String, String> environment, String... arguments) {
        List<String> command = java(classPath);
        if (arguments[0].equals("up") && !Files.exists(CLASSES)) {
            command.add(1, "-XX:ArchiveClassesAtExit=" + CLASSES);
        }
        command.addAll(List.of(arguments));
        return start(new ProcessBuilder(command), environment);
    }

    /** Starts a command with its data in {@code data} on servers of a test's. */
    public static HeedProcess start(Map<String, String> environment, Servers servers, Path data, String... command) {
        return start(environment, on(servers, data, command));
    }

    /** Starts {@code heed up} with its data in {@code data} on servers of a test's, at ports that are free. */
    public static HeedProcess up(Servers servers, Path data) {
        return start(Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0"), servers, data, "up");
    }

    /** Returns the arguments of a command with its data in {@code data} on servers of a test's. */
    public static String[] on(Servers servers, Path data, String... command) {
        Stream<String> where = Stream.of(
                "--data",
                data.toString(),
                "--bootstrap",
                servers.bootstrap(),
                "--registry",
                servers.registryUrl().toString());
        return Stream.concat(Arrays.stream(command), where).toArray(String[]::new);
    }

    /** Starts a command line of the README in {@code directory}, where {@code ./heed} is the built program. */
    public static HeedProcess shell(Path directory, Map<String, String> environment, String commandLine) {
        return start(
                new ProcessBuilder("bash", "-c", "exec " + commandLine).directory(directory.toFile()), environment);
    }

    /** Returns the command that runs the built program, without its arguments. */
    public static List<String> java() {
        return java(LIBRARIES + "/*");
    }

    private static List<String> java(String classPath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Files.exists(CLASSES)) {
            command.add("-XX:SharedArchiveFile=" + CLASSES);
        }
        command.addAll(List.of(
                "-Xlog:cds*=off",
                "-Xlog:class+path=off",
                "-Xmx768m",
                "-XX:+UseSerialGC",
                // These processes do not live long enough to earn back what the second compiler takes.
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true",
                "-Dheed.home=" + Path.of("..").toAbsolutePath().normalize(),
                "-cp",
                classPath,
                "heed.app.Main"));
        return command;
    }

    private static HeedProcess start(ProcessBuilder builder, Map<String, String> environment) {
        builder.redirectErrorStream(true).environment().putAll(environment);
        try {
            return new HeedProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = reader.readLine()) != null) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("(output ended: " + e.getMessage() + ")");
        }
    }

    /** Returns everything printed so far. */
    public List<String> lines() {
        return lines;
    }

    public String text() {
        return String.join("\n", lines);
    }

    /** Waits for a line and returns it; a process that ends without it ends the wait. */
    public String await(Predicate<String> wanted) {
        Awaitility.await()
                .atMost(GENEROUS)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !process.isAlive() || lines.stream().anyMatch(wanted));
        return lines.stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the process ended:\n" + text()));
    }

    /** Waits for the line that says where {@code what} listens, such as {@code page}, and returns the address. */
    public URI address(String what) {
        return URI.create(await(line -> line.startsWith("  " + what + " ")).replaceAll(".*(http://\\S+).*", "$1"));
    }

    /** Waits for the end and returns the exit code. */
    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(GENEROUS.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + GENEROUS + ":\n" + text());
        }
        // On a busy machine the process has ended before what it printed has been read.
        reader.join(GENEROUS.toMillis());
        return process.exitValue();
    }

    /** Says whether the process ends by itself within {@code limit}. */
    public boolean endsWithin(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the process as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Has the process end as Ctrl-C does, by the signal that those of a job in the background do not ignore. */
    public void interrupt() throws IOException, InterruptedException {
        signal("TERM");
    }

    /** Has the process stand still, as a machine that is put to sleep does. */
    public void pause() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Has the process go on where it stood. */
    public void goOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    public long pid() {
        return process.pid();
    }

    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        List<ProcessHandle> children = descendants();
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                process.waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}

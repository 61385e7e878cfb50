package heed.app.demo.prometheus;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that ends with this process, however this process ends, and writes what it says to a file. */
final class Child implements AutoCloseable {

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);
    private static final Duration END_WITHIN = Duration.ofSeconds(5);
    private static final int LAST_LINES = 5;

    /** Ends the program when the pipe from this process closes, and itself when the program ends. */
    private static final String GUARD =
            """
            exec 3<&0
            "$@" </dev/null 3<&- & child=$!
            { read -r line; kill "$child"; } <&3 2>/dev/null & guard=$!
            exec 3<&-
            wait "$child"; code=$?
            kill "$guard" 2>/dev/null
            exit "$code"
            """;

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Child start(String name, Path directory, List<String> command) {
        List<String> guarded = new ArrayList<>(List.of("sh", "-c", GUARD, "sh"));
        guarded.addAll(command);
        Path log = directory.resolve(name + ".log");
        try {
            Files.createDirectories(directory);
            ProcessBuilder builder =
                    new ProcessBuilder(guarded).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(Child::overrides);
            return new Child(name, builder.start(), log);
        } catch (IOException e) {
            throw new MonitoringException(command.get(0) + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Tells whether Grafana takes a variable for a setting, whatever its file says. */
    static boolean overrides(String variable) {
        return variable.startsWith("GF_");
    }

    /** Waits until the program answers at {@code address}. */
    void awaitReady(HttpClient http, URI address) throws InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady(http, address)) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
                throw new MonitoringException(name + (process.isAlive() ? " is not ready in time" : " has ended")
                        + ". Its last words, from " + log + ":\n  " + String.join("\n  ", lastLines()));
            }
        }
    }

    private static boolean isReady(HttpClient http, URI address) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(address)
                                            .timeout(Duration.ofSeconds(2))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            // It listens, but does not answer yet.
            return false;
        }
    }

    private List<String> lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
        } catch (IOException e) {
            return List.of("(unreadable: " + e.getMessage() + ")");
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}

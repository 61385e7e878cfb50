package heed.app.fault;

import heed.app.acceptance.HeedProcess;
import heed.app.server.Servers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A {@code heed up} on servers of the test's, and its data directory, over as many processes as it is started for. */
final class HeedInstance implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path data;
    private final Servers servers;
    private final Map<String, String> environment;
    private final List<HeedProcess> processes = new ArrayList<>();
    private boolean runs;

    /** Names the instance by its data directory; {@code settings} are environment variables. */
    HeedInstance(Path data, Servers servers, Map<String, String> settings) {
        this.data = data;
        this.servers = servers;
        // It is started again and again: what Java's quick compiler makes of it is fast enough.
        this.environment = new HashMap<>(
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0", "JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1"));
        environment.putAll(settings);
    }

    /** Starts it and returns when its page answers. */
    HeedInstance start() {
        return start(HeedProcess.LIBRARIES + "/*", Map.of());
    }

    /** Starts it with {@code more} environment variables and returns when its page answers. */
    HeedInstance start(Map<String, String> more) {
        return start(HeedProcess.LIBRARIES + "/*", more);
    }

    /** Starts an earlier program, which knows no settings that came after it, and returns when its page answers. */
    HeedInstance start(EarlierProgram earlier) throws IOException {
        return start(
                earlier.classPath(), Map.of("HEED_CONFIG", earlier.settings().toString()));
    }

    private HeedInstance start(String classPath, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        processes.add(HeedProcess.start(classPath, all, HeedProcess.on(servers, data, "up")));
        runs = true;
        process().await(line -> line.contains("Ctrl-C stops it"));
        return this;
    }

    /** Waits until it says of itself that its results can be relied on. */
    void awaitReady() {
        Awaitility.await()
                .atMost(HeedProcess.GENEROUS)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> get("health/ready").statusCode() == 200);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(page().resolve(path))
                        .timeout(Duration.ofSeconds(10))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    void kill() throws InterruptedException {
        process().kill();
        runs = false;
    }

    /** Stops it as Ctrl-C does and waits for its end. */
    void stop() throws IOException, InterruptedException {
        process().interrupt();
        process().awaitExit();
        runs = false;
    }

    HeedProcess process() {
        return processes.get(processes.size() - 1);
    }

    URI page() {
        return URI.create(process().await(line -> line.startsWith("  page")).replaceAll(".*(http://\\S+).*", "$1"));
    }

    Path data() {
        return data;
    }

    Servers servers() {
        return servers;
    }

    /** Tells whether it was started last, and neither killed nor stopped. */
    boolean runs() {
        return runs;
    }

    /** Returns all that it has printed since its first start. */
    List<String> printed() {
        return processes.stream().flatMap(each -> each.lines().stream()).toList();
    }

    /** Returns how much memory its process has, in MiB, as the system counts. */
    long residentMiB() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process().pid()), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        processes.forEach(HeedProcess::close);
    }
}

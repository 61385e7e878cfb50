package heed.app.acceptance;

import heed.app.server.Servers;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;

/**
 * A worker of Kafka Connect in distributed mode as a child process, over as many processes as it is started for. It has
 * the built archive of the plugin unpacked, and of Heed nothing else.
 */
final class ConnectWorker implements AutoCloseable {

    private static final Path BUILT = Path.of("..", "connectors", "feedback-file-source", "target");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path settings;
    private final Path log;
    private final URI rest;
    private Process process;

    private ConnectWorker(Path settings, Path log, URI rest) {
        this.settings = settings;
        this.log = log;
        this.rest = rest;
    }

    /** Unpacks the plugin below {@code directory} and prepares a worker on servers of the test's. */
    static ConnectWorker prepare(Path directory, Servers servers) throws IOException {
        Path plugins = Files.createDirectories(directory.resolve("plugins"));
        unpack(BUILT.resolve("heed-feedback-file-source.zip"), plugins);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        String bytes = "org.apache.kafka.connect.converters.ByteArrayConverter";
        Path settings = Files.writeString(
                directory.resolve("worker.properties"),
                String.join(
                        "\n",
                        "bootstrap.servers=" + servers.bootstrap(),
                        "group.id=connect",
                        "plugin.path=" + plugins.toAbsolutePath(),
                        "plugin.discovery=service_load",
                        "listeners=http://127.0.0.1:" + port,
                        "key.converter=" + bytes,
                        "value.converter=" + bytes,
                        "config.storage.topic=connect-configs",
                        "offset.storage.topic=connect-offsets",
                        "status.storage.topic=connect-status",
                        "config.storage.replication.factor=1",
                        "offset.storage.replication.factor=1",
                        "status.storage.replication.factor=1",
                        "offset.storage.partitions=1",
                        "status.storage.partitions=1",
                        "exactly.once.source.support=enabled",
                        // A killed worker is back at once, under another name.
                        "session.timeout.ms=6000",
                        "heartbeat.interval.ms=2000",
                        "scheduled.rebalance.max.delay.ms=0"));
        Files.writeString(
                directory.resolve("logback.xml"),
                """
                <configuration>
                  <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%level %logger %msg%n</pattern></encoder>
                  </appender>
                  <logger name="heed" level="DEBUG"/>
                  <root level="INFO"><appender-ref ref="out"/></root>
                </configuration>
                """);
        return new ConnectWorker(settings, directory.resolve("worker.txt"), URI.create("http://127.0.0.1:" + port));
    }

    private static void unpack(Path archive, Path into) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path to = into.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(zip, to);
                }
            }
        }
    }

    /** Starts it, and returns when it answers. */
    void start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.net.preferIPv4Stack=true",
                "-Dlogback.configurationFile=" + settings.resolveSibling("logback.xml"),
                "-cp",
                BUILT.resolve("worker") + "/*",
                "org.apache.kafka.connect.cli.ConnectDistributed",
                settings.toString());
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Awaitility.await()
                .atMost(HeedProcess.GENEROUS)
                .pollInterval(Duration.ofMillis(100))
                .ignoreExceptions()
                .until(() -> !process.isAlive() || get("/connectors").statusCode() == 200);
        if (!process.isAlive()) {
            throw new AssertionError("the worker ended:\n" + printed());
        }
    }

    /** Ends it as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(rest.resolve(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> put(String path, String json) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(rest.resolve(path))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Returns all that it has printed since its first start. */
    String printed() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroyForcibly();
        }
    }
}

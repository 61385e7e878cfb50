package heed.app.server.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Runs a real schema registry in a child process, for a machine that has none.
 *
 * <p>It listens on a free loopback port, speaks the Confluent registry API and keeps its schemas in a directory that
 * one process at a time may use. It refuses schemas that are not fully compatible with all versions before them. It
 * ends with this process, also when this process is killed.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final String API = "/apis/ccompat/v7";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(25);
    private static final int OK = 200;

    private final DirectoryLock lock;
    private final RegistryProcess process;
    private final URI url;

    private EmbeddedRegistry(DirectoryLock lock, RegistryProcess process, URI url) {
        this.lock = lock;
        this.process = process;
        this.url = url;
    }

    /** Starts the registry whose program is in {@code home} and returns when it answers. */
    public static EmbeddedRegistry start(Path directory, Path home, HttpClient http) {
        Path absolute = directory.toAbsolutePath();
        DirectoryLock lock = DirectoryLock.take(absolute);
        try {
            RegistryDirectory files = RegistryDirectory.open(absolute);
            RegistryProcess process = RegistryProcess.start(home, files);
            try {
                URI url = awaitReady(process, files, http);
                files.prove();
                return new EmbeddedRegistry(lock, process, url);
            } catch (IOException | RuntimeException e) {
                process.close();
                throw e instanceof ServerStartException said ? said : failed("it failed: " + e, process, files);
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static URI awaitReady(RegistryProcess process, RegistryDirectory files, HttpClient http) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (process.livesAfter(POLL)) {
                if (process.port().isDone()) {
                    URI url = URI.create("http://127.0.0.1:" + process.port().join() + API);
                    if (requiresCompatibility(url, http)) {
                        return url;
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw failed("it was not ready within " + START_LIMIT.toSeconds() + " s", process, files);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("the start was interrupted", process, files);
        }
        throw failed("its process ended", process, files);
    }

    /**
     * Sets what the registry requires of a new version, which is nothing by default; false while it does not answer.
     */
    private static boolean requiresCompatibility(URI url, HttpClient http) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/config"))
                .timeout(REQUEST_LIMIT)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static ServerStartException failed(String reason, RegistryProcess process, RegistryDirectory files) {
        return new ServerStartException("The embedded schema registry did not start: " + reason + ". Its log is "
                + files.log() + "; it ends with:\n  " + String.join("\n  ", process.lastLines()));
    }

    /** Returns the address for {@code schema.registry.url}. */
    public URI url() {
        return url;
    }

    /** Returns the process, for those who must see that it ends. */
    ProcessHandle process() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
        lock.close();
    }
}

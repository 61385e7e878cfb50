package heed.app.server.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;

/** Starts the registry's process, any number of times on the same data, and waits until it answers. */
final class RegistryLaunch {

    private static final String API = "/apis/ccompat/v7";
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(25);
    private static final int OK = 200;
    private static final int KEY_BYTES = 32;

    private final Path directory;
    private final Path home;
    private final HttpClient http;
    private final String key = key();

    /** Takes where the data are and where the program is. */
    RegistryLaunch(Path directory, Path home, HttpClient http) {
        this.directory = directory;
        this.home = home;
        this.http = http;
    }

    /**
     * Returns a process that answers on a port, 0 for any.
     *
     * @throws ServerStartException where it does not, or the wait is interrupted; no process is left then
     */
    RegistryProcess ready(int port) {
        RegistryDirectory files = RegistryDirectory.open(directory);
        RegistryProcess process = RegistryProcess.start(home, files, port, key);
        try {
            awaitReady(process, files);
            files.prove();
            return process;
        } catch (IOException | RuntimeException e) {
            process.close();
            throw e instanceof ServerStartException said ? said : failed("it failed: " + e, process, files);
        }
    }

    /** Returns where a process that is ready answers. */
    static URI url(RegistryProcess process) {
        return URI.create("http://127.0.0.1:" + process.port().join() + API);
    }

    private void awaitReady(RegistryProcess process, RegistryDirectory files) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (process.livesAfter(POLL)) {
                if (process.port().isDone() && requiresCompatibility(url(process))) {
                    return;
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
    private boolean requiresCompatibility(URI url) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/config"))
                .timeout(REQUEST_LIMIT)
                .header("Content-Type", "application/json")
                .header("Authorization", key)
                .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static String key() {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        return "Bearer " + HexFormat.of().formatHex(random);
    }

    private static ServerStartException failed(String reason, RegistryProcess process, RegistryDirectory files) {
        return new ServerStartException("The embedded schema registry did not start: " + reason + ". Its log is "
                + files.log() + "; it ends with:\n  " + String.join("\n  ", process.lastLines()));
    }
}

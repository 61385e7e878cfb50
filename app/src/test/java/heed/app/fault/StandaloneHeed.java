package heed.app.fault;

import heed.app.acceptance.CommittedTopics;
import heed.app.acceptance.HeedProcess;
import heed.app.acceptance.Recounted;
import heed.app.server.ExistingServers;
import heed.app.server.Servers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.awaitility.Awaitility;

/** A {@code heed up} with servers of its own, to which responses are sent as to any intake. */
record StandaloneHeed(Path data, HeedProcess process) implements AutoCloseable {

    private static final int AT_ONCE = 200;
    private static final Duration LIMIT = HeedProcess.GENEROUS;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static StandaloneHeed start(Path data) {
        HeedProcess process = HeedProcess.start(
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0"), "up", "--data", data.toString());
        StandaloneHeed heed = new StandaloneHeed(data, process);
        process.await(line -> line.contains("Ctrl-C stops it"));
        return heed;
    }

    /** Sends responses and returns how many were acknowledged: all or none, and none where nobody answers. */
    int send() throws InterruptedException {
        String one = "{\"hospital\":\"H1\",\"questionnaire\":\"fft-2020\",\"given_at\":\"" + Instant.now()
                + "\",\"answers\":{\"overall\":\"good\"}}";
        try {
            int status = HTTP.send(
                            HttpRequest.newBuilder(process.address("intake"))
                                    .timeout(Duration.ofSeconds(30))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(
                                            Collections.nCopies(AT_ONCE, one).toString()))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            return status == 202 ? AT_ONCE : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Waits until all that was sent is committed, and returns what a recount says then. */
    Recounted recount() throws InterruptedException {
        Servers servers = new ExistingServers(
                process.await(line -> line.startsWith("  Kafka")).replaceAll(".* ", ""), process.address("registry"));
        try (CommittedTopics topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl())) {
            Awaitility.await().atMost(LIMIT).ignoreExceptions().until(() -> topics.isWorkedOff("heed"));
        }
        return Recounted.of(data, servers);
    }

    @Override
    public void close() {
        process.close();
    }
}

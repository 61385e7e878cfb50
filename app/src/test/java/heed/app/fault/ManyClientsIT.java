package heed.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.acceptance.CommittedTopics;
import heed.app.acceptance.HeedProcess;
import heed.app.acceptance.Metrics;
import heed.app.acceptance.Recounted;
import heed.schemas.topic.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty clients send 200,000 responses as lines while Heed is killed, and send again what they had no answer to. Each
 * response that was answered 202 counts once.
 */
@EnabledIfSystemProperty(
        named = "heed.fault.rounds",
        matches = "\\d+",
        disabledReason = "takes minutes: ask for it by -Dheed.fault.rounds=1")
class ManyClientsIT {

    private static final int CLIENTS = 20;
    private static final int RESPONSES_OF_EACH = 10_000;
    private static final long ALL = (long) CLIENTS * RESPONSES_OF_EACH;
    private static final List<Long> KILLED_AT = List.of(ALL / 4, ALL / 2);

    @TempDir
    private Path directory;

    private Cluster cluster;
    private CommittedTopics topics;
    private volatile URI intake;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

    @BeforeEach
    void start() throws Exception {
        cluster = Cluster.start(directory, 1);
        topics = new CommittedTopics(cluster.bootstrap(), cluster.registryUrl());
    }

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        Faults.end(topics, cluster);
    }

    @Test
    void eachResponseThatWasAnsweredCountsOnceThoughHeedIsKilledMeanwhile() throws Exception {
        // Given
        Map<String, String> settings = Map.of("HEED_INTAKE_CLIENT_RATE", "1000", "HEED_INTAKE_CLIENT_BURST", "1000");
        Recounted recounted;
        long counted;
        List<LineClient> clients;

        // When
        try (HeedInstance heed = new HeedInstance(directory.resolve("heed"), cluster, settings).start()) {
            intake = heed.process().address("intake");
            clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> new LineClient(i, RESPONSES_OF_EACH, () -> intake))
                    .toList();
            List<CompletableFuture<Void>> sending = clients.stream()
                    .map(client -> CompletableFuture.runAsync(client, threads))
                    .toList();
            for (long at : KILLED_AT) {
                killAt(at, heed);
            }
            sending.forEach(CompletableFuture::join);
            Awaitility.await().atMost(HeedProcess.GENEROUS).ignoreExceptions().until(() -> topics.isWorkedOff("heed"));
            recounted = Recounted.of(settings, heed.data(), cluster);
            counted = Metrics.scrape(heed.page()).sum("heed_responses_counted_total");
        }

        // Then
        long answered = clients.stream().mapToLong(LineClient::answered).sum();
        long unanswered = clients.stream().mapToLong(LineClient::unanswered).sum();
        long refused = clients.stream().mapToLong(LineClient::refused).sum();
        System.out.println("fault: " + CLIENTS + " clients, " + answered + " responses answered 202; sent again were "
                + unanswered + " lines that got no answer, of which " + recounted.count("duplicate")
                + " had been written, and " + refused + " that were answered otherwise");
        assertThat(answered).isEqualTo(ALL);
        assertThat(unanswered).isPositive();
        assertThat(recounted.exitCode()).as(recounted.text()).isZero();
        assertThat(recounted.count("counted")).isEqualTo(ALL);
        assertThat(recounted.count("rejected")).isZero();
        assertThat(counted).isEqualTo(ALL);
    }

    private void killAt(long responses, HeedInstance heed) throws Exception {
        Awaitility.await().atMost(HeedProcess.GENEROUS).until(() -> topics.writtenEnd(Topics.FEEDBACK) > responses);
        System.out.println("fault: killed when " + topics.writtenEnd(Topics.FEEDBACK) + " responses were written");
        heed.kill();
        heed.start();
        intake = heed.process().address("intake");
    }
}

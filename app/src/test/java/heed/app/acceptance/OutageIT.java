package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.server.embedded.EmbeddedBroker;
import heed.app.server.embedded.EmbeddedRegistry;
import heed.app.server.embedded.RegistryHome;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry, then Kafka goes away under a running Heed, and comes back. */
class OutageIT {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration SAID_WITHIN = Duration.ofMinutes(2);

    private static final String REGISTRY_GONE = "The schema registry did not answer";

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    @Test
    void thePageSaysWithinTenSecondsWhatIsGoneAndGoesOnWhenItIsBack() throws Exception {
        // Given
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(data.resolve("registry"), RegistryHome.find(), http);
                Plug plug = new Plug(registry.url().getPort())) {
            EmbeddedBroker broker = EmbeddedBroker.start(data.resolve("broker"));
            int port = Integer.parseInt(broker.bootstrap().replaceAll(".*:", ""));
            try (HeedProcess heed = HeedProcess.start(
                    Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0"),
                    "up",
                    "--data",
                    data.resolve("heed").toString(),
                    "--bootstrap",
                    broker.bootstrap(),
                    "--registry",
                    "http://127.0.0.1:" + plug.port() + registry.url().getPath())) {
                URI page =
                        URI.create(heed.await(line -> line.contains("  page")).replaceAll(".*(http://\\S+).*", "$1"));
                URI ofEngineers = page.resolve("pipeline");
                Awaitility.await().atMost(START).until(() -> page(page).contains("data-state=\"live\""));

                // When
                plug.pull();
                String withoutRegistry = awaitPage(ofEngineers, REGISTRY_GONE);
                plug.plugIn();
                Awaitility.await().atMost(SAID_WITHIN).until(() -> !page(ofEngineers)
                        .contains(REGISTRY_GONE));
                broker.close();
                String withoutBroker = awaitPage(page, "data-state=\"stopped\"");
                int alive = get(page.resolve("health/live")).statusCode();
                broker = EmbeddedBroker.start(data.resolve("broker"), port);

                // Then
                Awaitility.await().atMost(START).until(() -> page(page).contains("data-state=\"live\""));
                assertThat(withoutRegistry).contains("data-state=\"live\"");
                assertThat(withoutBroker).contains("Stopped: no news for", "No broker has answered for");
                assertThat(alive).isEqualTo(200);
            } finally {
                broker.close();
            }
        }
    }

    private String awaitPage(URI address, String says) {
        return Awaitility.await().atMost(SAID_WITHIN).until(() -> page(address), body -> body.contains(says));
    }

    private String page(URI address) throws Exception {
        return get(address).body();
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}

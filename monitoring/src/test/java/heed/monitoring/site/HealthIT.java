package heed.monitoring.site;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.pipeline.PipelineStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HealthIT {

    private final PageFixture page = new PageFixture(3);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        page.close();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(page.address(path)))
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void isLiveAndReadyWhileThePipelineRuns() throws Exception {
        // When // Then
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhyItIsNotReady() throws Exception {
        // When
        page.pipelineIs(PipelineStatus.State.STARTING, "restores 2 of 4 tasks");

        // Then
        assertThat(get("/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready").statusCode()).isEqualTo(503);
        assertThat(get("/health/ready").body()).contains("\"reasons\":[\"restores 2 of 4 tasks\"]");
    }

    @Test
    void isReadyAndSaysThatItIsDegradedWhileTheRegistryDoesNotAnswer() throws Exception {
        // When
        page.parts.registry(Instant.parse("2026-03-01T12:00:00Z"), Instant.parse("2026-03-01T12:00:07Z"));

        // Then
        HttpResponse<String> ready = get("/health/ready");
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body())
                .contains("\"status\":\"degraded\"")
                .contains("\"reasons\":[\"the schema registry did not answer at 2026-03-01T12:00:07Z: responses of a"
                        + " schema that is not known yet wait for it\"]");
        assertThat(get("/health/live").body()).contains("\"status\":\"ok\"");
    }

    @Test
    void saysWhyItIsNotLive() throws Exception {
        // When
        page.pipelineIsDead("stream thread 1 ended");

        // Then
        assertThat(get("/health/live").statusCode()).isEqualTo(503);
        assertThat(get("/health/live").body()).contains("stream thread 1 ended");
    }
}

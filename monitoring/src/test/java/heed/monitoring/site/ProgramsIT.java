package heed.monitoring.site;

import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.access.KeysInMemory;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.web.ProgramViewers;
import heed.schemas.KeyPurpose;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads as programs do, with keys. */
class ProgramsIT {

    private final KeysInMemory keys = new KeysInMemory();
    private final PageFixture page = new PageFixture(20, new ProgramViewers(keys.programs, request -> Viewer.nobody()));
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void fill() {
        List.of("SIM-A", "SIM-B")
                .forEach(hospital ->
                        page.model.put(aDay(Simulated.TODAY).at(hospital).positive(60, 100)));
        page.model.publish();
    }

    @AfterEach
    void close() {
        page.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(page.address(path)))
                        .headers(headers)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void readTheFiguresOfTheirHospitalsAlone() throws Exception {
        // Given
        String[] one = keys.add("heed_read_one", KeyPurpose.READ, 60, "SIM-A");
        String[] all = keys.add("heed_read_all", KeyPurpose.READ, 60);

        // When
        HttpResponse<String> own = get("/api/v1/hospitals", one);
        HttpResponse<String> every = get("/api/v1/hospitals?format=csv", all);

        // Then
        assertThat(own.body()).contains("SIM-A").doesNotContain("SIM-B", "heed_read");
        assertThat(every.body()).contains("SIM-A", "SIM-B");
        assertThat(get("/api/v1/hospitals/SIM-B", one).statusCode()).isEqualTo(404);
    }

    @Test
    void readTheMetricsWithAKeyForThemAlone() throws Exception {
        // Given
        String[] metrics = keys.add("heed_metrics_one", KeyPurpose.METRICS, 60);
        String[] read = keys.add("heed_read_one", KeyPurpose.READ, 60);

        // When
        List<Integer> statuses = List.of(
                get("/metrics", metrics).statusCode(),
                get("/metrics", read).statusCode(),
                get("/api/v1/hospitals", metrics).statusCode(),
                get("/", read).statusCode());

        // Then
        assertThat(statuses).containsExactly(200, 404, 404, 404);
    }

    @Test
    void areAskedForAKeyThatIsGood() throws Exception {
        // When
        HttpResponse<String> bad = get("/api/v1/hospitals", "Authorization", "Bearer heed_read_none");
        HttpResponse<String> metrics = get("/metrics", "Authorization", "Bearer heed_metrics_none");

        // Then
        assertThat(List.of(bad.statusCode(), metrics.statusCode())).containsExactly(401, 401);
        assertThat(bad.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"heed\"");
        assertThat(metrics.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"heed\"");
        assertThat(bad.body()).doesNotContain("heed_read");
    }

    @Test
    void waitOnceTheyAskTooOften() throws Exception {
        // Given
        String[] two = keys.add("heed_read_two", KeyPurpose.READ, 2, "SIM-A");

        // When
        List<Integer> first =
                List.of(get("/api/v1/drops", two).statusCode(), get("/", two).statusCode());
        HttpResponse<String> third = get("/api/v1/drops", two);
        HttpResponse<String> elsewhere = get("/", two);

        // Then
        assertThat(first).containsExactly(200, 404);
        assertThat(List.of(third.statusCode(), elsewhere.statusCode())).containsExactly(429, 429);
        assertThat(third.headers().firstValue("Retry-After"))
                .hasValueSatisfying(each -> assertThat(Integer.parseInt(each)).isBetween(1, 30));
        assertThat(third.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}

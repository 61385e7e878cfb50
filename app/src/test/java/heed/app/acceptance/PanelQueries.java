package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Asks a Prometheus what the dashboards' panels ask, and knows which had data at some time. */
final class PanelQueries {

    private static final Path DASHBOARDS = Path.of("..", "monitoring", "grafana", "dashboards");

    private final HttpClient http;
    private final URI prometheus;
    private final Set<String> unanswered = new TreeSet<>();
    private final Set<String> answered = new TreeSet<>();

    PanelQueries(HttpClient http, URI prometheus) throws IOException {
        this.http = http;
        this.prometheus = prometheus;
        try (var files = Files.list(DASHBOARDS)) {
            for (Path file : files.toList()) {
                for (JsonNode expression :
                        new ObjectMapper().readTree(file.toFile()).findValues("expr")) {
                    unanswered.add(expression.asText());
                }
            }
        }
    }

    /** Asks those that had no data yet. */
    void askAll() throws IOException, InterruptedException {
        for (String query : List.copyOf(unanswered)) {
            if (hasData(query)) {
                unanswered.remove(query);
                answered.add(query);
            }
        }
    }

    Set<String> unanswered() {
        return unanswered;
    }

    Set<String> answered() {
        return answered;
    }

    private boolean hasData(String query) throws IOException, InterruptedException {
        // What Grafana puts in: four times the scrape interval at least; all that can be chosen.
        String asked = query.replace("$__rate_interval", "10s").replaceAll("\\$(hospital|measure)\\b", ".*");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(prometheus.resolve(
                                "api/v1/query?query=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(asked + ": " + answer.body()).isEqualTo(200);
        return new ObjectMapper()
                .readTree(answer.body())
                .path("data")
                .path("result")
                .valueStream()
                .anyMatch(series -> !series.path("value").path(1).asText().equals("NaN"));
    }
}

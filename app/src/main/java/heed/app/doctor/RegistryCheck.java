package heed.app.doctor;

import com.fasterxml.jackson.databind.ObjectMapper;
import heed.schemas.registry.HttpSchemaRegistry;
import heed.schemas.registry.RegistryUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Looks at the schema registry: reachable, and judging new versions as strictly as they must be. */
final class RegistryCheck {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String WANTED = "FULL_TRANSITIVE";

    private final URI url;
    private final HttpClient http;

    RegistryCheck(URI url, HttpClient http) {
        this.url = url;
        this.http = http;
    }

    List<Finding> run() throws InterruptedException {
        var registry = new HttpSchemaRegistry(url, http, LIMIT);
        try {
            int subjects = registry.subjects().size();
            return List.of(
                    Finding.ok("schema registry at " + registry.url() + " answers, with " + subjects + " subject(s)"),
                    compatibility(registry.url()));
        } catch (RegistryUnavailableException e) {
            return List.of(Finding.problem(
                    e.getMessage(), "Start it, or set registry to where it is; empty starts an embedded one"));
        }
    }

    private Finding compatibility(String shown) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(URI.create(url + "/config"))
                    .timeout(LIMIT)
                    .build();
            String body = http.send(request, BodyHandlers.ofString()).body();
            String level =
                    new ObjectMapper().readTree(body).path("compatibilityLevel").asText("unknown");
            return level.equals(WANTED)
                    ? Finding.ok("schema registry requires " + WANTED + " compatibility")
                    : Finding.problem(
                            "schema registry requires " + level + " compatibility; schemas of Heed evolve " + WANTED,
                            "Run: curl -X PUT -H 'Content-Type: application/json' -d '{\"compatibility\":\"" + WANTED
                                    + "\"}' " + shown + "/config");
        } catch (IOException e) {
            return Finding.problem("schema registry does not say its compatibility level: " + e, "Look at its log");
        }
    }
}

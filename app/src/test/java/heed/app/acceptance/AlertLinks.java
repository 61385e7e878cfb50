package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * Opens what alerts link to, as Prometheus has written it. Few alerts can be made to fire by what goes wrong in one
 * test, so beside each stands one with the same words that always fires.
 */
final class AlertLinks {

    private static final String ALWAYS = "Always";
    private static final Pattern EXPRESSION = Pattern.compile("expr: .*?\\n        for: \\w+", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("- alert: (\\w+)");
    /** What these are about is in their labels: only they themselves link to it. */
    private static final Set<String> OF_PLACES = Set.of("HeedDropOpen", "HeedHospitalSilent");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final URI prometheus;

    AlertLinks(HttpClient http, URI prometheus) {
        this.http = http;
        this.prometheus = prometheus;
    }

    /** Copies the rules of {@code monitoring}, with the alerts that always fire beside them. */
    static Path withAlertsThatAlwaysFire(Path monitoring, Path copy) throws IOException {
        Path rules = Files.createDirectories(copy.resolve("prometheus").resolve("rules"));
        Path shipped = monitoring.resolve("prometheus").resolve("rules");
        for (String file : Set.of("alerts.yml", "recording.yml")) {
            Files.copy(shipped.resolve(file), rules.resolve(file));
        }
        Files.writeString(
                rules.resolve("always.yml"),
                EXPRESSION
                        .matcher(Files.readString(shipped.resolve("alerts.yml")))
                        .replaceAll("expr: max by (instance) (heed_pipeline_ready) >= 0\n        for: 0s")
                        .replace("- alert: ", "- alert: " + ALWAYS)
                        .replace("- name: ", "- name: always-"));
        return copy;
    }

    /** Returns what each link of each alert answers, once all of them are there. */
    Map<String, Integer> open() throws Exception {
        Set<String> wanted = NAME.matcher(Files.readString(Path.of("../monitoring/prometheus/rules/alerts.yml")))
                .results()
                .map(found -> found.group(1))
                .map(name -> OF_PLACES.contains(name) ? name : ALWAYS + name)
                .collect(Collectors.toCollection(TreeSet::new));
        Awaitility.await()
                .atMost(HeedProcess.GENEROUS)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(links().keySet()).containsAll(wanted));
        Map<String, Integer> opened = new TreeMap<>();
        Map<String, Set<String>> links = links();
        for (String alert : wanted) {
            for (String link : links.get(alert)) {
                opened.put(link, get(URI.create(link)).statusCode());
            }
        }
        return opened;
    }

    /** Returns the links of the alerts that fire now, by the alert's name. */
    private Map<String, Set<String>> links() throws IOException, InterruptedException {
        Map<String, Set<String>> links = new TreeMap<>();
        for (JsonNode alert :
                JSON.readTree(get(prometheus.resolve("api/v1/alerts")).body()).at("/data/alerts")) {
            if (alert.path("state").asText().equals("firing")) {
                Set<String> of =
                        links.computeIfAbsent(alert.at("/labels/alertname").asText(), name -> new TreeSet<>());
                alert.get("annotations").properties().stream()
                        .filter(each -> each.getKey().endsWith("_url"))
                        .forEach(each -> of.add(each.getValue().asText()));
            }
        }
        return links;
    }

    private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Accept", "text/html, application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

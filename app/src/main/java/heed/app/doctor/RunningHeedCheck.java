package heed.app.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.app.server.instance.RunningInstance;
import heed.app.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Asks the running Heed how it is, before anything else is looked at: it knows what nobody sees from outside. */
final class RunningHeedCheck {

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Set<String> ANY_HOST = Set.of("0.0.0.0", "::", "[::]");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Settings settings;
    private final Optional<RunningInstance> running;
    private final HttpClient http;

    RunningHeedCheck(Settings settings, Optional<RunningInstance> running, HttpClient http) {
        this.settings = settings;
        this.running = running;
        this.http = http;
    }

    /** Returns what it answered, or that nobody did; that is a problem only where one runs on the data directory. */
    List<Finding> run() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Optional<URI> page = page();
        findings.add(
                page.isPresent()
                        ? ask(page.get())
                        : Finding.ok("no Heed runs on the data directory " + settings.data()
                                + ", and page.port 0 says of none where it would be: all that follows is without it"));
        page.filter(address -> settings.page().publicUrl().isEmpty())
                .ifPresent(address -> findings.add(links(address)));
        return findings;
    }

    private Optional<URI> page() {
        Settings.Listener listener = settings.page();
        String scheme = listener.certificate().isPresent() ? "https" : "http";
        return running.map(RunningInstance::page)
                .or(() -> listener.port() == 0
                        ? Optional.empty()
                        : Optional.of(
                                URI.create(scheme + "://" + host(listener.host()) + ":" + listener.port() + "/")));
    }

    private static String host(String host) {
        return ANY_HOST.contains(host) ? "127.0.0.1" : host.contains(":") ? "[" + host + "]" : host;
    }

    private Finding ask(URI page) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(reached(page).resolve("/health/ready"))
                            .timeout(LIMIT)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return said(page, answer.body()).orElseGet(() -> other(page, "answers " + answer.statusCode()));
        } catch (IOException e) {
            return silent(page, Objects.requireNonNullElse(e.getMessage(), "no connection"));
        }
    }

    /** Who listens everywhere is asked here. */
    private static URI reached(URI page) {
        return ANY_HOST.contains(page.getHost())
                ? URI.create(page.getScheme() + "://127.0.0.1:" + page.getPort() + "/")
                : page;
    }

    /** Returns what a Heed says of itself; nothing where the answer is not one of Heed's. */
    static Optional<Finding> said(URI page, String body) {
        JsonNode answer;
        try {
            answer = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        if (!answer.path("status").isTextual() || !answer.path("state").isTextual()) {
            return Optional.empty();
        }
        String status = answer.get("status").asText();
        List<String> reasons = new ArrayList<>();
        answer.path("reasons").forEach(reason -> reasons.add(reason.asText()));
        String words = "the running Heed at " + page + " says that it is " + status + " ("
                + answer.get("state").asText() + " since "
                + answer.path("since").asText() + ")"
                + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons));
        return Optional.of(
                status.equals("ok")
                        ? Finding.ok(words)
                        : Finding.problem(
                                words,
                                "Look at " + page.resolve("/pipeline") + "; what to do is at "
                                        + page.resolve("/runbooks")));
    }

    private Finding silent(URI page, String why) {
        return running.map(heed -> Finding.problem(
                        "Heed runs on " + settings.data() + " (process " + heed.pid() + "), but at " + page
                                + " nobody answers: " + why,
                        "Read the newest log under " + settings.data().resolve("logs")
                                + "; where it has just been started, ask again"))
                .orElseGet(() -> Finding.ok("no Heed runs on the data directory " + settings.data()
                        + ", and none answers at " + page + ": all that follows is without it"));
    }

    private Finding other(URI page, String how) {
        return Finding.ok("what listens at " + page + " " + how + " and is no Heed: all that follows is without one");
    }

    private static Finding links(URI page) {
        return Finding.ok("links in alerts and messages begin with " + page
                + ": where that opens on no phone, page.public-url says what does");
    }
}

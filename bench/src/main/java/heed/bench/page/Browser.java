package heed.bench.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Does what the page's script does: hears that figures changed, and fetches its page unless it has that version
 * already. Beside the page it asks for the canary's figures, which date what is shown.
 */
final class Browser implements Runnable {

    private final URI base;
    private final String path;
    private final Canary canary;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final List<Double> ages = new ArrayList<>();
    private String version = "";
    private int seen;
    private int pages;
    private volatile boolean measuring;
    private volatile boolean leaving;

    Browser(URI base, String path, Canary canary) {
        this.base = base;
        this.path = path;
        this.canary = canary;
    }

    /** Counts what is seen from now on. */
    void measure() {
        measuring = true;
    }

    /** Leaves at the next event. */
    void leave() {
        leaving = true;
    }

    /**
     * Returns the age in ms of each of the canary's responses when this browser first saw it; once the browser has
     * left.
     */
    List<Double> ages() {
        return ages;
    }

    int pages() {
        return pages;
    }

    @Override
    public void run() {
        HttpRequest events = HttpRequest.newBuilder(base.resolve("events")).build();
        try {
            HttpResponse<InputStream> stream = http.send(events, BodyHandlers.ofInputStream());
            if (stream.statusCode() != 200) {
                throw new IllegalStateException("no event stream: " + stream.statusCode());
            }
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                String line = lines.readLine();
                while (line != null && !leaving) {
                    if (line.startsWith("data: ")) {
                        hear(json.readTree(line.substring("data: ".length()))
                                .get("version")
                                .asText());
                    }
                    line = lines.readLine();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(String announced) throws IOException, InterruptedException {
        if (announced.equals(version)) {
            return;
        }
        get(path);
        pages++;
        JsonNode figures = json.readTree(get("api/v1/hospitals/" + Canary.CODE));
        version = figures.path("version").asText(announced);
        int n = 0;
        for (JsonNode line : figures.path("data").path("lines")) {
            n = Math.max(n, line.path("n").asInt());
        }
        List<Double> news = canary.ages(seen, n);
        if (measuring) {
            ages.addAll(news);
        }
        seen = Math.max(seen, n);
    }

    private String get(String asked) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(base.resolve(asked)).build(), BodyHandlers.ofString())
                .body();
    }
}

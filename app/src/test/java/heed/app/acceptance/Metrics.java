package heed.app.acceptance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One scrape of {@code /metrics}. */
public final class Metrics {

    private final String text;

    private Metrics(String text) {
        this.text = text;
    }

    public static Metrics scrape(URI page) throws IOException, InterruptedException {
        return new Metrics(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page.resolve("/metrics")).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    /** Returns the sum of a metric over all its labels. */
    public long sum(String name) {
        Matcher matcher = Pattern.compile("^" + name + "(?:\\{[^}]*})? ([0-9.E+-]+)$", Pattern.MULTILINE)
                .matcher(text);
        double sum = 0;
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group(1));
        }
        return Math.round(sum);
    }

    @Override
    public String toString() {
        return text;
    }
}

package heed.app.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import heed.schemas.Score;
import heed.schemas.Window;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds the page against the topic: each hospital's 28 days there are, to the last digit, those of the topic. */
public final class PageFigures {

    private static final int DAYS = 28;

    private PageFigures() {}

    /** Returns, in words, where {@code page} shows others than {@code scores}; it shows each hospital or says less. */
    public static List<String> differences(URI page, Map<String, Score> scores)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(page.resolve("api/v1/hospitals")).build(),
                        HttpResponse.BodyHandlers.ofString());
        List<String> differences = new ArrayList<>();
        if (answer.statusCode() != 200) {
            differences.add(page + " answers " + answer.statusCode());
            return differences;
        }
        JsonNode shown = new ObjectMapper().readTree(answer.body());
        String today = Instant.parse(shown.get("as_of").asText())
                .atZone(ZoneId.of("Europe/London"))
                .toLocalDate()
                .toString();
        String first = LocalDate.parse(today).minusDays(DAYS - 1).toString();
        List<Score> days = scores.values().stream()
                .filter(score -> score.getUnit() == null && score.getWindow() == Window.DAY)
                .filter(score -> score.getLabel().compareTo(first) >= 0)
                .filter(score -> score.getLabel().compareTo(today) <= 0)
                .toList();
        long hospitals = days.stream().map(Score::getHospital).distinct().count();
        if (shown.get("data").size() != hospitals) {
            differences.add(page + " shows " + shown.get("data").size() + " of " + hospitals + " hospitals");
        }
        shown.get("data").forEach(row -> compare(differences, page, row, days));
        return differences;
    }

    private static void compare(List<String> differences, URI page, JsonNode row, List<Score> all) {
        List<Score> days = all.stream()
                .filter(score -> score.getHospital().equals(row.get("hospital").asText()))
                .filter(score -> score.getMeasure().equals(row.get("measure").asText()))
                .toList();
        long n = days.stream().mapToLong(Score::getN).sum();
        long sum = days.stream().mapToLong(Score::getSum).sum();
        boolean same = n > 0
                && row.get("n").asLong() == n
                && Math.abs(row.get("score").asDouble() - sum / (n * 10_000.0)) <= 1e-15;
        if (!same) {
            differences.add(page + " shows " + row + ", the topic has n " + n + " and sum " + sum);
        }
    }
}

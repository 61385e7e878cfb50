package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody sends what fills a program that believes every code: hospitals, units and variants without end. */
class FloodIT {

    private static final int FLOOD = 20_000;
    private static final int ARRAY = 4_000;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    private HeedProcess heed;

    @AfterEach
    void endIt() {
        heed.close();
    }

    @Test
    void leavesTheProgramUpCountsWhoWasThereBeforeAndIsTakenUpAgain() throws Exception {
        // Given
        up();
        send(List.of(response("KNOWN", "W1"), response("OTHER", "W1")));
        awaitIn(2);

        // When
        flood(i -> response("F" + i, ""));
        flood(i -> response("KNOWN", "V" + i));
        flood(i -> variant(i));
        Metrics flooded = awaitIn(2 + 3 * FLOOD);
        send(List.of(response("KNOWN", "W1"), response("OTHER", "W1")));
        Metrics after = awaitIn(2 + 3 * FLOOD + 2);
        heed.kill();
        long killedAt = System.nanoTime();
        up();
        Awaitility.await().atMost(HeedProcess.GENEROUS).until(() -> get("health/ready") == 200);
        System.out.println("ready after a flood and a kill in " + Duration.ofNanos(System.nanoTime() - killedAt));
        send(List.of(response("KNOWN", "W1"), response("OTHER", "W1"), response("KNOWN", "NEW")));
        Metrics restarted = awaitIn(2 + 3 * FLOOD + 5);

        // Then
        assertThat(flooded.toString()).contains("reason=\"too_many_hospitals\"", "reason=\"too_many_units\"");
        long refused = flooded.sum("heed_responses_rejected_total");
        long counted = flooded.sum("heed_responses_counted_total");
        assertThat(counted + refused).isEqualTo(2 + 3 * FLOOD);
        assertThat(refused).isGreaterThan(FLOOD);
        assertThat(after.sum("heed_responses_counted_total")).isEqualTo(counted + 2);
        assertThat(after.sum("heed_responses_rejected_total")).isEqualTo(refused);
        assertThat(restarted.sum("heed_responses_counted_total")).isEqualTo(counted + 4);
        assertThat(restarted.sum("heed_responses_rejected_total")).isEqualTo(refused + 1);
        assertThat(heed.isAlive()).isTrue();
    }

    private void up() {
        heed = HeedProcess.start(
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0"), "up", "--data", data.toString());
        heed.await(line -> line.contains("Ctrl-C stops it"));
    }

    private void flood(IntFunction<String> response) throws IOException, InterruptedException {
        for (int from = 0; from < FLOOD; from += ARRAY) {
            List<String> array = new ArrayList<>();
            IntStream.range(from, from + ARRAY).forEach(i -> array.add(response.apply(i)));
            send(array);
        }
    }

    private void send(List<String> responses) throws IOException, InterruptedException {
        String body = responses.stream().collect(Collectors.joining(",", "[", "]"));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(address("  intake").replaceAll(".*POST ", "")))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
    }

    private static String response(String hospital, String unit) {
        return "{\"hospital\":\"" + hospital + "\"," + (unit.isEmpty() ? "" : "\"unit\":\"" + unit + "\",")
                + "\"questionnaire\":\"fft-2020\",\"given_at\":\"" + Instant.now()
                + "\",\"answers\":{\"overall\":\"good\"}}";
    }

    /** No two alike in what is said of who answered, and other answers each time. */
    private static String variant(int i) {
        return "{\"hospital\":\"KNOWN\",\"questionnaire\":\"experience-1\",\"given_at\":\"" + Instant.now()
                + "\",\"language\":\"x-" + i + "\",\"age_band\":\"" + i + "+\",\"answers\":{\"overall\":\"" + i % 11
                + "\"}}";
    }

    private Metrics awaitIn(long records) {
        return Awaitility.await()
                .atMost(HeedProcess.GENEROUS)
                .ignoreExceptions()
                .until(() -> Metrics.scrape(page()), metrics -> metrics.sum("heed_responses_in_total") == records);
    }

    private int get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(page().resolve(path)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private URI page() {
        return URI.create(address("  page").replaceAll(".*(http://\\S+).*", "$1"));
    }

    private String address(String line) {
        return heed.await(each -> each.startsWith(line));
    }
}

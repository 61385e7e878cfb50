package heed.monitoring.site;

import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.monitoring.DropFixture;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedLeague;
import heed.monitoring.html.Parsed;
import heed.monitoring.pipeline.PipelineStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteIT {

    private final PageFixture page = new PageFixture(8);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        page.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(page.address(path))).timeout(Duration.ofMinutes(1));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String heading(String path) throws IOException, InterruptedException {
        return Parsed.page(get(path).body()).one("h1").text();
    }

    /** Follows the events in the background; returns what arrives, as it arrives. */
    private List<String> follow(String... headers) {
        List<String> lines = new CopyOnWriteArrayList<>();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(page.address("/events"))).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        var unused = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .thenAccept(response -> response.body().forEach(lines::add));
        return lines;
    }

    private static long count(List<String> lines, String line) {
        return lines.stream().filter(line::equals).count();
    }

    @Test
    void showsAnEmptyPageBeforeAnybodyAnswered() throws Exception {
        // When
        HttpResponse<String> answer = get("/");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        Parsed shown = Parsed.page(answer.body());
        assertThat(answer.body()).startsWith("<!doctype html>");
        assertThat(shown.text())
                .contains("No hospital has been heard from yet", "Live, no answers yet")
                .contains("Published FFT figures, March 2026, OGL v3");
        assertThat(shown.one("noscript meta[http-equiv=refresh]").attribute("content"))
                .isEqualTo("10");
    }

    @Test
    void letsTheBrowserLoadNothingFromElsewhereAndNothingInline() throws Exception {
        // Given
        Simulated.scores(page.model);
        Simulated.drops(page.model);
        SimulatedLeague.fill(page.model, 10);

        // When
        List<String> paths = new ArrayList<>(PageAddresses.all());
        paths.addAll(List.of("/nowhere", "/assets/heed.js"));
        for (String path : paths) {
            HttpResponse<String> answer = get(path);

            // Then
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .startsWith("default-src 'none';")
                            .doesNotContain("unsafe")
                            .doesNotContain("http"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            if (!path.endsWith(".js")) {
                Parsed shown = Parsed.page(answer.body());
                assertThat(shown.count("[style], style, [^on], script:not([src^=/assets/])"))
                        .isZero();
                // Words may name an address, as a runbook's commands and the foot of paper do: nothing is loaded there.
                assertThat(shown.count("[src*=//], link[href*=//], [action*=//], [srcset], [data], iframe, object"))
                        .isZero();
            }
        }
    }

    /** What it costs to ask is decided by the address as it is written, and so is what the audit keeps of it. */
    @Test
    void anAddressWithASlashAtItsEndIsAnother() throws Exception {
        // Given
        Simulated.drops(page.model);
        SimulatedLeague.fill(page.model, 10);
        List<String> paths = PageAddresses.all().stream()
                .filter(path -> !path.contains("?") && !path.equals("/"))
                .toList();

        // When
        List<Integer> statuses = new ArrayList<>();
        for (String path : paths) {
            statuses.add(get(path + "/").statusCode());
        }
        statuses.add(get("/api/v1/hospitals/SIM-A/").statusCode());

        // Then
        assertThat(statuses).hasSizeGreaterThan(10).containsOnly(404);
    }

    @Test
    void givesEveryHospitalAndDropAPageAndSaysWhereThereIsNone() throws Exception {
        // Given
        Simulated.scores(page.model);
        Simulated.drops(page.model);
        String drop = "/drops/" + DropFixture.aDrop().open().getDropId();

        // When // Then
        assertThat(heading("/hospitals/SIM-C")).startsWith("Calder Mount Hospital");
        assertThat(heading(drop)).isEqualTo("Involved in decisions fell from 91% to 78%; now 76%");
        assertThat(heading("/drops")).isEqualTo("1 drop is open");
        assertThat(get("/hospitals/NONE").statusCode()).isEqualTo(404);
        assertThat(get("/drops/%3Cscript%3E").statusCode()).isEqualTo(404);
        assertThat(get("/assets/..%2Flogback-test.xml").statusCode()).isBetween(400, 404);
        assertThat(get("/nowhere").body()).contains("There is nothing here");
    }

    @Test
    void givesEveryComparisonAndMonthAPageAndSaysWhereThereIsNone() throws Exception {
        // Given
        SimulatedLeague.fill(page.model, 10);

        // When // Then
        assertThat(heading("/league")).isEqualTo("How hospitals compare");
        assertThat(Parsed.page(get("/league").body()).texts("nav [aria-current=page]"))
                .containsExactly("Compare");
        assertThat(get("/league/fft-2020.positive").body()).contains("February 2026: 10 hospitals compared");
        assertThat(get("/league/fft-2020.positive?month=2026-01").body())
                .contains("January 2026: 10 hospitals compared");
        assertThat(get("/league/experience-1/overall?month=2026-02").body())
                .contains("February 2026: a hospital gains");
        assertThat(get("/league/fft-2020.positive?month=2025-12").statusCode()).isEqualTo(404);
        assertThat(get("/league/fft-2020.positive?month=%3Cscript%3E").statusCode())
                .isEqualTo(404);
        assertThat(get("/league/none.such").statusCode()).isEqualTo(404);
        assertThat(get("/league/none/overall").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsBrowsersOfEachChangeAndThatItIsAlive() {
        // Given
        List<String> lines = follow();
        await().until(() -> count(lines, "event: alive") == 1);

        // When
        page.model.put(aDay("2026-03-01").at("SIM-A").positive(18, 20));
        page.model.publish();

        // Then
        String id = "id: " + page.model.snapshot().version();
        await().atMost(Duration.ofMinutes(1)).until(() -> lines.contains(id));
        await().atMost(Duration.ofMinutes(1)).until(() -> count(lines, "event: alive") >= 3);
        assertThat(lines).anyMatch(line -> line.startsWith("data: {") && line.contains("\"state\":\"live\""));
    }

    @Test
    void tellsABrowserThatComesBackOnlyWhatItMissed() {
        // Given
        page.model.put(aDay("2026-03-01").at("SIM-A").positive(18, 20));
        page.model.publish();
        String seen = page.model.snapshot().version();

        // When
        List<String> upToDate = follow("Last-Event-ID", seen);
        List<String> behind = follow("Last-Event-ID", "another-start-7");
        await().until(() -> count(upToDate, "event: alive") >= 2);

        // Then
        assertThat(count(upToDate, "event: changed")).isZero();
        assertThat(count(behind, "event: changed")).isEqualTo(1);
    }

    @Test
    void tellsOnlyTheNewestOfManyChanges() {
        // Given
        List<String> lines = follow();
        await().until(() -> count(lines, "event: changed") == 1);

        // When
        for (int n = 20; n < 220; n++) {
            page.model.put(aDay("2026-03-01").at("SIM-A").positive(18, n));
            page.model.publish();
        }

        // Then
        await().until(() -> lines.contains("id: " + page.model.snapshot().version()));
        assertThat(count(lines, "event: changed")).isLessThan(20);
    }

    @Test
    void marksThePageAsStoppedWhenItIsRenderedWithAStalledPipeline() throws Exception {
        // Given
        page.pipelineIs(PipelineStatus.State.STALLED, "input but no result for 8 s");

        // When
        Parsed stopped = Parsed.page(get("/").body());

        // Then
        assertThat(stopped.one("html").attribute("data-state")).isEqualTo("stopped");
        assertThat(stopped.one("#live").text()).startsWith("Stopped: no news for ");
    }

    @Test
    void isScrapedInTheFormatThatIsAskedFor() throws Exception {
        // Given
        Simulated.scores(page.model);
        Simulated.drops(page.model);
        page.meters.bindProcess();

        // When
        HttpResponse<String> plain = get("/metrics");
        HttpResponse<String> open = get("/metrics", "Accept", "application/openmetrics-text; version=1.0.0");

        // Then
        assertThat(plain.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(open.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/openmetrics-text"));
        assertThat(open.body()).endsWith("# EOF\n");
        List<String> series =
                plain.body().lines().filter(line -> !line.startsWith("#")).toList();
        assertThat(series)
                .allMatch(Pattern.compile("[a-z0-9_]+(\\{.*})? -?[0-9.E+-]+").asMatchPredicate())
                .noneMatch(line -> line.endsWith("NaN"))
                .contains("heed_drops_open{hospital=\"SIM-A\",measure=\"experience-1.involvement\"} 1.0")
                .contains("heed_responses_in_total{partition=\"0\"} 3.0")
                .noneMatch(line -> line.startsWith("heed_score_answers") && line.contains("SIM-H\",measure"))
                .noneMatch(line -> line.startsWith("heed_score_ratio") && line.contains("SIM-H\",measure"))
                .hasSizeLessThan(500);
    }
}

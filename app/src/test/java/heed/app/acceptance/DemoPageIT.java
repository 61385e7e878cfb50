package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import heed.monitoring.site.Browser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** A person opens the demo's page and watches: the whole way from response to pixel. Takes the README's picture. */
class DemoPageIT {

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration GETS_WORSE_WITHIN = Duration.ofMinutes(2);
    private static final Duration RECOVERS_WITHIN = Duration.ofMinutes(4);
    /** In one step: the page may put a new row in the old one's place at any moment. */
    private static final String ROW_OF_ASHCOMBE = "const rows = [...document.querySelectorAll('tbody tr')];"
            + "return rows.filter(row => row.textContent.includes('Ashcombe')).map(row => row.innerText).join();";

    @TempDir
    private Path temporary;

    @Test
    void theScoreMovesTheDropAppearsAndARecoveryFollowsWithoutAReload() throws Exception {
        // Given
        Instant started = Instant.now();
        try (HeedProcess demo = HeedProcess.start(
                Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "-Djava.io.tmpdir=" + temporary,
                        "HEED_PAGE_PORT",
                        "0",
                        "HEED_INTAKE_PORT",
                        "0"),
                "demo")) {
            String line = demo.await(text -> text.contains("http://"));
            ChromeDriver browser = Browser.start(temporary.resolve("profile"));
            try {
                browser.get(line.replaceAll(".*(http://\\S+).*", "$1"));
                browser.executeScript("window.neverReloaded = true");
                await(START, () -> ashcombe(browser).contains("%"));
                System.out.println(
                        "from the demo's start to a page with scores: " + Duration.between(started, Instant.now()));
                String before = ashcombe(browser);

                // When
                await(
                        GETS_WORSE_WITHIN,
                        () -> ashcombe(browser).contains("Falling")
                                && !ashcombe(browser).equals(before));
                String after = ashcombe(browser);
                String act = resolve(browser.getCurrentUrl());
                var accessibility = new AxeBuilder().analyze(browser);
                Browser.picture(browser, "demo-overview");
                await(RECOVERS_WITHIN, () -> !browser.findElements(By.cssSelector("li.recovered"))
                        .isEmpty());

                // Then
                assertThat(after).isNotEqualTo(before);
                assertThat(act).contains("\"text\":\"Two more nurses.\"", "\"stage\":\"RESOLVED\"");
                assertThat(accessibility.getViolations()).isEmpty();
                assertThat(browser.executeScript("return window.neverReloaded === true"))
                        .isEqualTo(true);
            } finally {
                browser.quit();
            }
        }
    }

    /** Resolves the drop as its page's form does, and returns what is told of the drop once that is read. */
    private static String resolve(String page) throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        URI drops = URI.create(page).resolve("/api/v1/drops");
        String all = http.send(HttpRequest.newBuilder(drops).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        String id = all.replaceAll("(?s).*?\"drop_id\":\"([^\"]+)\".*", "$1");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(page).resolve("/drops/" + id))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "kind=RESOLVED&who=Sister+Evans&text=Two+more+nurses."))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(303);
        HttpRequest drop =
                HttpRequest.newBuilder(drops.resolve("/api/v1/drops/" + id)).build();
        return Awaitility.await()
                .atMost(START)
                .until(
                        () -> http.send(drop, HttpResponse.BodyHandlers.ofString())
                                .body(),
                        told -> told.contains("\"stage\":\"RESOLVED\""));
    }

    private static String ashcombe(ChromeDriver browser) {
        return String.valueOf(browser.executeScript(ROW_OF_ASHCOMBE));
    }

    private static void await(Duration limit, Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(limit)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(condition);
    }
}

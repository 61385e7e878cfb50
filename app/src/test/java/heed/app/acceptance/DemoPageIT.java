package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import heed.monitoring.page.Browser;
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
            String line = demo.await(text -> text.contains("http://"), START);
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
                var accessibility = new AxeBuilder().analyze(browser);
                Browser.picture(browser, "demo-overview");
                await(RECOVERS_WITHIN, () -> !browser.findElements(By.cssSelector(".card.recovered"))
                        .isEmpty());

                // Then
                assertThat(after).isNotEqualTo(before);
                assertThat(accessibility.getViolations()).isEmpty();
                assertThat(browser.executeScript("return window.neverReloaded === true"))
                        .isEqualTo(true);
            } finally {
                browser.quit();
            }
        }
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

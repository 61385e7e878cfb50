package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import heed.monitoring.page.Browser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** A person opens the demo's page and watches: the whole way from response to pixel. Takes the README's picture. */
class DemoPageIT {

    private static final Duration STORY = Duration.ofMinutes(2);
    private static final String ASHCOMBE = "//th[contains(., 'Ashcombe')]/..";

    @TempDir
    private Path temporary;

    @Test
    void theScoreMovesTheDropAppearsAndARecoveryFollowsWithoutAReload() throws Exception {
        // Given
        try (HeedProcess demo = HeedProcess.start(
                Map.of(
                        "JAVA_TOOL_OPTIONS",
                        "-Djava.io.tmpdir=" + temporary,
                        "HEED_PAGE_PORT",
                        "0",
                        "HEED_INTAKE_PORT",
                        "0"),
                "demo",
                "--fast")) {
            String line = demo.await(text -> text.contains("http://"), STORY);
            ChromeDriver browser = Browser.start(temporary.resolve("profile"));
            try {
                browser.get(line.replaceAll(".*(http://\\S+).*", "$1"));
                browser.executeScript("window.neverReloaded = true");
                await(() -> !browser.findElements(By.xpath(ASHCOMBE)).isEmpty());
                String before = browser.findElement(By.xpath(ASHCOMBE)).getText();

                // When
                await(() -> browser.findElement(By.xpath(ASHCOMBE)).getText().contains("Falling"));
                String after = browser.findElement(By.xpath(ASHCOMBE)).getText();
                Browser.picture(browser, "demo-overview");
                var accessibility = new AxeBuilder().analyze(browser);
                await(() ->
                        !browser.findElements(By.cssSelector(".card.recovered")).isEmpty());

                // Then
                assertThat(before).contains("As usual");
                assertThat(after).isNotEqualTo(before);
                assertThat(accessibility.getViolations()).isEmpty();
                assertThat(browser.executeScript("return window.neverReloaded === true"))
                        .isEqualTo(true);
            } finally {
                browser.quit();
            }
        }
    }

    private static void await(java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await()
                .atMost(STORY)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(condition);
    }
}

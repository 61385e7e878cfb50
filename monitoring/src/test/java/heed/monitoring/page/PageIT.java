package heed.monitoring.page;

import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import heed.monitoring.DropFixture;
import heed.monitoring.PipelineStatus;
import heed.monitoring.Simulated;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

class PageIT {

    private static final String DROP = "/drops/" + DropFixture.aDrop().open().getDropId();

    private final PageFixture page = new PageFixture(10);
    private static ChromeDriver browser;

    @BeforeAll
    static void open(@TempDir Path profile) {
        browser = Browser.start(profile);
    }

    @AfterAll
    static void quit() {
        browser.quit();
    }

    @BeforeEach
    void fill() {
        Simulated.scores(page.model);
    }

    @AfterEach
    void close() {
        Browser.reset(browser);
        page.close();
    }

    private void visit(String path) {
        browser.get(page.address(path));
        browser.executeScript("window.neverReloaded = true");
    }

    private String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    private boolean neverReloaded() {
        return Boolean.TRUE.equals(browser.executeScript("return window.neverReloaded === true"));
    }

    private String state() {
        return browser.findElement(By.tagName("html")).getDomAttribute("data-state");
    }

    @ParameterizedTest
    @CsvSource({
        "overview, /, light", "overview, /, dark",
        "hospital, /hospitals/SIM-A, light", "hospital, /hospitals/SIM-A, dark",
        "drop, DROP, light", "drop, DROP, dark",
        "drops, /drops, light", "drops, /drops, dark"
    })
    void isAccessible(String name, String path, String scheme) {
        // Given
        Simulated.drops(page.model);
        Browser.prefer(browser, scheme);
        visit(path.equals("DROP") ? DROP : path);

        // When
        Browser.picture(browser, name + "-" + scheme);
        Results live = new AxeBuilder().analyze(browser);
        page.pipelineIs(PipelineStatus.State.STOPPED);
        await().until(() -> state().equals("stopped"));
        Browser.picture(browser, name + "-" + scheme + "-stopped");
        Results stopped = new AxeBuilder().analyze(browser);

        // Then
        assertThat(live.getViolations()).isEmpty();
        assertThat(live.getPasses()).isNotEmpty();
        assertThat(stopped.getViolations()).isEmpty();
    }

    @Test
    void showsANewScoreWithoutReload() {
        // Given
        visit("/");
        String row = "//tr[th/a='Brackenhill Infirmary']/td[5]";
        String before = browser.findElement(By.xpath(row)).getText();

        // When
        page.model.put(aDay(Simulated.TODAY)
                .at(Simulated.code(1))
                .measure("experience-1.overall")
                .positive(4000, 5000));
        page.model.publish();

        // Then
        await().atMost(Duration.ofSeconds(5))
                .ignoreExceptions()
                .until(() -> !browser.findElement(By.xpath(row)).getText().equals(before));
        assertThat(browser.findElement(By.xpath(row)).getText()).startsWith("5,3");
        assertThat(neverReloaded()).isTrue();
    }

    @Test
    void showsADropWithoutReloadAndReadsItOut() {
        // Given
        visit("/");
        assertThat(text("h1")).isEqualTo("None of 10 hospitals needs attention");
        await().until(() -> text("#live").startsWith("Live, as of 14:32:07 (1 Mar 2026)"));

        // When
        Simulated.drops(page.model);

        // Then
        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> text("h1")
                .equals("1 of 10 hospitals needs attention"));
        assertThat(text(".card.falling h2")).startsWith("Ashcombe General: Involved in decisions");
        assertThat(browser.findElement(By.id("announce")).getDomProperty("textContent"))
                .isEqualTo("New drop: Ashcombe General: Involved in decisions");
        assertThat(browser.getTitle()).isEqualTo("1 of 10 hospitals needs attention - Heed");
        assertThat(neverReloaded()).isTrue();
    }

    @Test
    void keepsFocusTypingAndOpenedDetailsWhileFiguresChange() {
        // Given
        visit("/");
        WebElement find = browser.findElement(By.id("find"));
        find.sendKeys("ash");

        // When
        Simulated.drops(page.model);
        await().ignoreExceptions().until(() -> text("h1").startsWith("1 of 10"));
        browser.switchTo().activeElement().sendKeys("combe");

        // Then
        WebElement active = browser.switchTo().activeElement();
        assertThat(active.getDomAttribute("id")).isEqualTo("find");
        assertThat(active.getDomProperty("value")).isEqualTo("ashcombe");
    }

    @Test
    void turnsStaleWithinTenSecondsWhenKeepAlivesStop() {
        // Given
        visit("/");
        await().until(() -> text("#live").startsWith("Live"));

        // When
        page.freeze();

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> state().equals("stopped"));
        assertThat(text("#live")).matches("Stopped: no news for \\d+ s, figures as of 14:32:07 \\(1 Mar 2026\\)");
        assertThat(text(".stale-banner")).startsWith("These figures are not being updated.");

        // When
        page.thaw();

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> state().equals("live"));
        assertThat(neverReloaded()).isTrue();
    }

    @Test
    void turnsStaleWithinTenSecondsWhenTheServerIsGoneOrThePipelineStops() {
        // Given
        visit("/hospitals/SIM-A");
        await().until(() -> text("#live").startsWith("Live"));

        // When
        page.pipelineIs(PipelineStatus.State.STALLED);

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> state().equals("stopped"));

        // When
        page.pipelineIs(PipelineStatus.State.RUNNING);
        await().until(() -> state().equals("live"));
        page.close();

        // Then
        await().atMost(Duration.ofSeconds(10)).until(() -> state().equals("stopped"));
        assertThat(text("h1")).startsWith("Ashcombe General");
    }

    @Test
    void worksAsTablesWithoutScripts() {
        // Given
        Simulated.drops(page.model);
        Browser.disableScripts(browser);

        // When
        browser.get(page.address("/"));

        // Then
        assertThat(browser.findElements(By.cssSelector("main table tbody tr"))).hasSize(10);
        assertThat(text("#live")).isEqualTo("Live, as of 14:32:07 (1 Mar 2026)");

        // When
        browser.findElement(By.linkText("Ashcombe General")).click();
        browser.findElement(By.tagName("summary")).click();

        // Then
        assertThat(text("details table tbody tr:first-child")).startsWith("1 Mar 2026");
    }

    @Test
    void canBeUsedWithTheKeyboardAlone() {
        // Given
        visit("/");

        // When
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        String first = browser.switchTo().activeElement().getText();
        browser.switchTo().activeElement().sendKeys(Keys.ENTER);
        browser.findElement(By.id("find")).sendKeys("calder", Keys.ENTER);

        // Then
        assertThat(first).isEqualTo("Skip to the figures");
        await().until(() ->
                browser.findElements(By.cssSelector("main tbody tr")).size() == 1);
        assertThat(browser.getCurrentUrl()).contains("find=calder");
    }
}

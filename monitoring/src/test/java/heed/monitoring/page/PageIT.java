package heed.monitoring.page;

import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import heed.monitoring.DropFixture;
import heed.monitoring.LeagueFixture;
import heed.monitoring.PipelineStatus;
import heed.monitoring.Simulated;
import heed.schemas.ActionKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        "overview, /",
        "hospital, /hospitals/SIM-A",
        "spc, /hospitals/SIM-A/spc?measure=experience-1.involvement",
        "pipeline, /pipeline",
        "drop, DROP",
        "drops, /drops",
        "leagues, /league",
        "league, /league/experience-1.involvement",
        "low-is-good, /league/fft-2020.negative?month=2026-02",
        "overall, /league/experience-1/overall"
    })
    void isAccessibleInLightAndDarkLiveAndStopped(String name, String path) {
        // Given
        Simulated.drops(page.model);
        Simulated.news(page.model);
        Simulated.weeks(page.model);
        SimulatedLeague.fill(page.model, 10);
        visit(path.equals("DROP") ? DROP : path);

        // When
        List<Results> results = new ArrayList<>(inBothSchemes(name));
        page.pipelineIs(PipelineStatus.State.STOPPED);
        await().until(() -> state().equals("stopped"));
        results.addAll(inBothSchemes(name + "-stopped"));

        // Then
        assertThat(results).allSatisfy(each -> {
            assertThat(each.getViolations()).isEmpty();
            assertThat(each.getPasses()).isNotEmpty();
        });
    }

    /** Before the first answers; of an address that there is not; and where there are too few answers to show any. */
    @ParameterizedTest
    @CsvSource({
        "empty, /, 0",
        "empty-drops, /drops, 0",
        "empty-league, /league, 0",
        "empty-pipeline, /pipeline, 0",
        "not-found, /hospitals/NOBODY, 0",
        "suppressed, /, 7",
        "suppressed-hospital, /hospitals/SIM-A, 7",
        "suppressed-spc, /hospitals/SIM-A/spc, 7"
    })
    void isAccessibleWhereThereIsLittleToShow(String name, String path, int answers) {
        // Given
        page.model.restart();
        if (answers > 0) {
            page.model.put(aDay(Simulated.TODAY)
                    .at("SIM-A")
                    .measure("experience-1.overall")
                    .positive(3, answers));
        }
        page.model.publish();
        page.pipelineIs(PipelineStatus.State.STARTING);
        visit(path);

        // When
        List<Results> results = inBothSchemes(name);

        // Then
        assertThat(results).allSatisfy(each -> assertThat(each.getViolations()).isEmpty());
        assertThat(text("main")).isNotEmpty().doesNotContain("43%", "42.9%", "3 of 7");
    }

    private static List<Results> inBothSchemes(String name) {
        return Stream.of("light", "dark")
                .map(scheme -> {
                    Browser.prefer(browser, scheme);
                    Browser.picture(browser, name + "-" + scheme);
                    return new AxeBuilder().analyze(browser);
                })
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/league",
                "/league/experience-1.involvement",
                "/league/experience-1/overall",
                "/hospitals/SIM-A",
                "/hospitals/SIM-A/spc",
                "/pipeline"
            })
    void fitsAPhone(String path) {
        // Given
        SimulatedLeague.fill(page.model, 10);
        Simulated.weeks(page.model);
        Browser.resize(browser, 375, 812);

        // When
        visit(path);
        Browser.picture(browser, "phone" + path.replace('/', '-'));

        // Then
        assertThat(browser.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0L);
        assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
    }

    @Test
    void isReadableAndQuickWithEveryHospitalOfACountry() {
        // Given
        SimulatedLeague.fill(page.model, 150);
        visit("/league/experience-1.involvement");

        // When
        long started = System.nanoTime();
        visit("/league/experience-1.involvement");
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        Browser.picture(browser, "league-150");

        // Then
        assertThat(browser.findElements(By.cssSelector(".ranks li"))).hasSize(150);
        assertThat(browser.findElements(By.cssSelector(".funnel a"))).hasSize(150);
        assertThat(browser.findElements(By.cssSelector("main tbody tr"))).hasSize(151);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void showsANewRankWithoutReloadAndKeepsTheFocusOnTheSameLink() {
        // Given
        LeagueFixture.aLeague("experience-1.involvement", "2026-03")
                .row("SIM-A", 90, 100)
                .row("SIM-B", 80, 100)
                .into(page.model);
        visit("/league/experience-1.involvement");
        await().until(() -> text("#live").startsWith("Live"));
        browser.executeScript("document.querySelector('main table a[href=\"/hospitals/SIM-B\"]').focus()");

        // When
        LeagueFixture.aLeague("experience-1.involvement", "2026-03")
                .asOf("2026-03-01T14:40:00Z")
                .row("SIM-A", 90, 100)
                .row("SIM-B", 96, 100)
                .into(page.model);

        // Then
        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().until(() -> text(".ranks li:first-child")
                .startsWith("Brackenhill Infirmary"));
        WebElement active = browser.switchTo().activeElement();
        assertThat(active.getDomAttribute("href")).isEqualTo("/hospitals/SIM-B");
        assertThat(browser.executeScript("return document.activeElement.closest('table') !== null"))
                .isEqualTo(true);
        assertThat(neverReloaded()).isTrue();
    }

    @Test
    void leadsFromTheIndexToAHospitalsPlaceWithoutScripts() {
        // Given
        SimulatedLeague.fill(page.model, 10);
        Browser.disableScripts(browser);
        browser.get(page.address("/"));

        // When
        browser.findElement(By.linkText("Compare")).click();
        browser.findElement(By.linkText("Rated very good or good")).click();
        browser.findElement(By.linkText("January 2026")).click();

        // Then
        assertThat(text(".sub")).startsWith("January 2026: 10 hospitals compared");

        // When
        browser.findElement(By.cssSelector("main table a[href='/hospitals/SIM-A']"))
                .click();

        // Then
        assertThat(text(".places")).contains("Rated very good or good, March 2026: ranked ");
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
    void narrowsTheOverviewAndKeepsItSoWhileFiguresChange() {
        // Given
        visit("/?region=North");
        assertThat(browser.findElements(By.cssSelector("main tbody tr"))).hasSize(5);

        // When
        Simulated.drops(page.model);
        await().ignoreExceptions().until(() -> text("h1").startsWith("1 of 10"));

        // Then
        assertThat(browser.findElements(By.cssSelector("main tbody tr"))).hasSize(5);
        assertThat(browser.findElement(By.id("region")).getDomProperty("value")).isEqualTo("North");
        assertThat(neverReloaded()).isTrue();
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
    void showsATroubleOfThePipelineWithoutReload() {
        // Given
        visit("/pipeline");
        await().until(() -> text("h1").equals("The pipeline runs"));

        // When
        page.pipelineIs(PipelineStatus.State.STALLED);

        // Then
        await().atMost(Duration.ofSeconds(10)).ignoreExceptions().until(() -> text("h1")
                .equals("The pipeline is stuck"));
        assertThat(neverReloaded()).isTrue();
    }

    @Test
    void recordsWhatSomebodyDoesByKeyboardAloneAndShowsItInTheTimeline() {
        // Given
        Simulated.drops(page.model);
        visit(DROP);
        await().until(() -> text("#live").startsWith("Live"));
        browser.findElement(By.id("act-kind")).sendKeys("Resolve", Keys.TAB);

        // When
        type("Two more nurses at night.", Keys.TAB, Keys.TAB, "Sister Evans");
        page.model.put(anAct(ActionKind.ACKNOWLEDGED)
                .with(act -> act.setHospital("SIM-A"))
                .who("Dr Rees")
                .build());
        page.model.publish();
        await().ignoreExceptions().until(() -> text(".stage").equals("Acknowledged by Dr Rees"));
        type(", ward W2", Keys.TAB, Keys.ENTER);

        // Then
        await().ignoreExceptions().until(() -> text(".stage").equals("Resolved by Sister Evans, ward W2"));
        assertThat(text(".did")).contains("We did: Two more nurses at night.");
        assertThat(text(".time li.act:last-of-type, .time li.act ~ li.act"))
                .contains("Sister Evans, ward W2 resolved it:");
        assertThat(browser.getCurrentUrl()).isEqualTo(page.address(DROP) + "#timeline");
        assertThat(browser.findElement(By.id("act-who")).getDomProperty("value"))
                .isEqualTo("Sister Evans, ward W2");
        assertThat(page.actions.written()).hasSize(1);
        Browser.picture(browser, "drop-resolved");
        assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
    }

    private void type(CharSequence... keys) {
        for (CharSequence each : keys) {
            browser.switchTo().activeElement().sendKeys(each);
        }
    }

    @Test
    void saysWhatToMendAndStandsStillMeanwhileWithScriptsAndWithout() {
        // Given
        Simulated.drops(page.model);
        visit(DROP);
        browser.findElement(By.id("act-text")).sendKeys("Two nurses short.");

        // When
        browser.findElement(By.id("act-who")).sendKeys("", Keys.ENTER);
        await().until(() -> browser.findElements(By.cssSelector(".refused")).size() == 1);
        page.model.put(anAct(ActionKind.ACKNOWLEDGED)
                .with(act -> act.setHospital("SIM-A"))
                .build());
        page.model.publish();
        page.pipelineIs(PipelineStatus.State.STALLED);
        await().until(() -> state().equals("stopped"));

        // Then
        assertThat(text(".refused")).contains("Nothing was recorded.", "Say who you are");
        assertThat(browser.findElement(By.id("act-text")).getDomProperty("value"))
                .isEqualTo("Two nurses short.");
        Browser.picture(browser, "drop-refused");
        assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();

        // When
        Browser.disableScripts(browser);
        browser.get(page.address(DROP));
        browser.findElement(By.linkText("Write on one that stands still")).click();

        // Then
        assertThat(browser.getPageSource()).doesNotContain("http-equiv").contains("id=\"act-text\"");
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

package heed.monitoring.site;

import static heed.monitoring.ActionFixture.aNote;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import heed.monitoring.Simulated;
import heed.monitoring.SimulatedLeague;
import heed.monitoring.pipeline.PipelineStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** Looks at the pages as people with other eyes, hands, screens and browsers do. */
class AccessiblePagesIT extends PageInBrowser {

    /**
     * Every page, a comparison in which low is good, a report of a month with a drop, and what an administrator is
     * asked before an act.
     */
    static Stream<String> pages() {
        return Stream.concat(
                PageAddresses.all().stream(),
                Stream.of(
                        "/league/fft-2020.negative?month=2026-02",
                        "/report/SIM-A?month=2026-02",
                        "/admin/accounts/m.price?act=lock",
                        "/admin/accounts/m.price?act=change"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isAccessibleLiveInLightAndStoppedInDark(String path) {
        // Given
        Simulated.drops(page.model);
        Simulated.news(page.model);
        Simulated.weeks(page.model);
        Simulated.months(page.model);
        page.model.put(aNote("2026-02-10", "New rota began")
                .with(note -> note.setHospital("SIM-A"))
                .build());
        SimulatedLeague.fill(page.model, 10);
        visit(path);
        String name = "page" + path.replaceAll("[^A-Za-z0-9]+", "-");

        // When
        List<Results> results = new ArrayList<>(List.of(as("light", name)));
        page.pipelineIs(PipelineStatus.State.STOPPED);
        await().until(() -> state().equals("stopped"));
        results.add(as("dark", name + "-stopped"));

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
        "suppressed-spc, /hospitals/SIM-A/spc, 7",
        "suppressed-report, /report/SIM-A, 7",
        "refused-report, /report/SIM-A?month=soon, 7"
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
        return List.of(as("light", name), as("dark", name));
    }

    private static Results as(String scheme, String name) {
        Browser.prefer(browser, scheme);
        Browser.picture(browser, name + "-" + scheme);
        return new AxeBuilder().analyze(browser);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fitsAPhone(String path) {
        // Given
        Simulated.drops(page.model);
        Simulated.news(page.model);
        Simulated.weeks(page.model);
        Simulated.months(page.model);
        SimulatedLeague.fill(page.model, 10);
        Browser.resize(browser, 320, 640);

        // When
        visit(path);
        Browser.picture(browser, "phone" + path.replaceAll("[^A-Za-z0-9]+", "-"));

        // Then
        assertThat(overWidth()).isZero();
        assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hospitals/SIM-A", "/drops"})
    void isAccessibleInWelshOnAPhone(String path) {
        // Given
        Simulated.drops(page.model);
        Browser.resize(browser, 320, 640);

        // When
        visit(path + "?lang=cy");
        Results results = new AxeBuilder().analyze(browser);
        String heading = text("nav a[aria-current=page]");
        Long over = overWidth();

        // Then
        assertThat(heading).isIn("Trosolwg", "Gostyngiadau");
        assertThat(over).isZero();
        assertThat(results.getViolations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"320", "390"})
    void addsSomebodyAndAKeyOnAPhoneWithoutScripts(int width) {
        // Given
        Browser.resize(browser, width, 640);
        Browser.disableScripts(browser);

        // When
        browser.get(page.address("/admin/accounts"));
        type(By.id("name"), "evans");
        type(By.id("called"), "Sister Evans");
        type(By.id("role"), "lead");
        follow(By.cssSelector("form.act button"));
        String refused = text("[role=alert]");
        List<Long> over = new ArrayList<>(List.of(overWidth()));
        type(By.id("places"), "SIM-A, SIM-B/W1");
        click(By.id("comments"));
        follow(By.cssSelector("form.act button"));
        String password = text("#secret");
        over.add(overWidth());
        List<Results> results = new ArrayList<>(List.of(withScripts()));
        browser.get(page.address("/admin/keys"));
        type(By.id("program"), "board");
        type(By.id("purpose"), "read");
        click(By.id("everywhere"));
        follow(By.cssSelector("form.act button"));
        String key = text("#secret");
        over.add(overWidth());
        Browser.picture(browser, "phone-key-" + width);
        results.add(withScripts());
        browser.get(page.address("/admin/accounts/evans"));
        follow(By.linkText("Lock"));
        follow(By.cssSelector("form.act button"));

        // Then
        assertThat(refused).contains("A lead needs hospitals or units");
        assertThat(password).hasSizeGreaterThan(10);
        assertThat(key).startsWith("heed_read_");
        assertThat(over).containsExactly(0L, 0L, 0L);
        assertThat(results).allSatisfy(each -> {
            assertThat(each.getViolations()).isEmpty();
            assertThat(each.getPasses()).isNotEmpty();
        });
        assertThat(text("main")).contains("Locked.", "not let in: locked", "lead, reads comments", "SIM-A, SIM-B/W1");
    }

    /** What looks at a page is a script, and what it looks at was shown without any. */
    private static Results withScripts() {
        Browser.enableScripts(browser);
        Results results = new AxeBuilder().analyze(browser);
        Browser.disableScripts(browser);
        return results;
    }

    private static Long overWidth() {
        return (Long) browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @Test
    void isReadableWithEveryHospitalOfACountry() {
        // Given
        SimulatedLeague.fill(page.model, 150);

        // When
        visit("/league/experience-1.involvement");
        Browser.picture(browser, "league-150");

        // Then
        assertThat(browser.findElements(By.cssSelector(".ranks li"))).hasSize(150);
        assertThat(browser.findElements(By.cssSelector(".funnel a"))).hasSize(150);
        assertThat(browser.findElements(By.cssSelector("main tbody tr"))).hasSize(151);
    }

    @Test
    void leadsFromTheIndexToAHospitalsPlaceWithoutScripts() {
        // Given
        SimulatedLeague.fill(page.model, 10);
        Browser.disableScripts(browser);
        browser.get(page.address("/"));

        // When
        follow(By.linkText("Compare"));
        follow(By.linkText("Rated very good or good"));
        follow(By.linkText("January 2026"));
        String month = text(".sub");
        follow(By.cssSelector("main table a[href='/hospitals/SIM-A']"));

        // Then
        assertThat(month).startsWith("January 2026: 10 hospitals compared");
        assertThat(text(".places")).contains("Rated very good or good, February 2026: ranked ");
    }

    @Test
    void worksAsTablesWithoutScripts() {
        // Given
        Simulated.drops(page.model);
        Browser.disableScripts(browser);

        // When
        browser.get(page.address("/"));
        int hospitals =
                browser.findElements(By.cssSelector("main table tbody tr")).size();
        String live = text("#live");
        follow(By.linkText("Ashcombe General"));
        click(By.tagName("summary"));

        // Then
        assertThat(hospitals).isEqualTo(10);
        assertThat(live).isEqualTo("Live, as of 14:32:07 (1 Mar 2026)");
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
        Browser.follow(browser, () -> type(By.id("find"), "calder", Keys.ENTER));

        // Then
        assertThat(first).isEqualTo("Skip to the figures");
        assertThat(browser.findElements(By.cssSelector("main tbody tr"))).hasSize(1);
        assertThat(browser.getCurrentUrl()).contains("find=calder");
    }
}

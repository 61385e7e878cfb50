package heed.monitoring.site;

import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.monitoring.LeagueFixture;
import heed.monitoring.Simulated;
import heed.monitoring.access.Audit;
import heed.monitoring.pipeline.PipelineStatus;
import heed.monitoring.readmodel.Viewer;
import heed.monitoring.web.AuditedViewers;
import heed.monitoring.web.Viewers;
import heed.schemas.AuditEntry;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Watches open pages change while figures do, and say so when they no longer can. */
class LivePagesIT extends PageInBrowser {

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
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> text(".ranks li:first-child")
                .startsWith("Brackenhill Infirmary"));
        WebElement active = browser.switchTo().activeElement();
        assertThat(active.getDomAttribute("href")).isEqualTo("/hospitals/SIM-B");
        assertThat(browser.executeScript("return document.activeElement.closest('table') !== null"))
                .isEqualTo(true);
        assertThat(neverReloaded()).isTrue();
    }

    @Test
    void showsANewScoreWithoutReload() {
        // Given
        visit("/");
        String row = "//tr[th/a='Brackenhill Infirmary']/td[5]";
        String before = text(By.xpath(row));

        // When
        page.model.put(aDay(Simulated.TODAY)
                .at(Simulated.code(1))
                .measure("experience-1.overall")
                .positive(4000, 5000));
        page.model.publish();

        // Then
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> !text(By.xpath(row))
                .equals(before));
        assertThat(text(By.xpath(row))).startsWith("5,3");
        assertThat(browser.findElement(By.xpath(row)).getDomAttribute("class")).contains("changed");
        assertThat(browser.findElements(By.cssSelector("td.changed")).size())
                .isLessThan(browser.findElements(By.cssSelector("main td")).size() / 2);
        assertThat(neverReloaded()).isTrue();
    }

    @Test
    void showsADropWithoutReloadAndReadsItOut() {
        // Given
        visit("/");
        String before = text("h1");
        await().until(() -> text("#live").startsWith("Live, as of 14:32:07 (1 Mar 2026)"));

        // When
        Simulated.drops(page.model);

        // Then
        assertThat(before).isEqualTo("None of the 9 hospitals that report needs attention");
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> text("h1")
                .equals("1 of 10 hospitals needs attention"));
        assertThat(text(".card.falling h2")).startsWith("Ashcombe General: Involved in decisions");
        assertThat(property("announce", "textContent")).isEqualTo("New drop: Ashcombe General: Involved in decisions");
        assertThat(browser.getTitle()).isEqualTo("1 of 10 hospitals needs attention - Heed");
        assertThat(neverReloaded()).isTrue();
    }

    @Test
    void countsInItsTitleTheDropsThatNobodyHasLookedAtYet() {
        // Given
        visit("/");
        await().until(() -> text("#live").startsWith("Live, as of 14:32:07 (1 Mar 2026)"));
        browser.executeScript("Object.defineProperty(document, 'hidden', { configurable: true, get: () => true })");

        // When
        Simulated.drops(page.model);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> "(1) 1 of 10 hospitals needs attention - Heed".equals(browser.getTitle()));
        browser.executeScript("Object.defineProperty(document, 'hidden', { configurable: true, get: () => false });"
                + " document.dispatchEvent(new Event('visibilitychange'))");

        // Then
        assertThat(browser.getTitle()).isEqualTo("1 of 10 hospitals needs attention - Heed");
    }

    @Test
    void showsAtOnceWhatIsChosen() {
        // Given
        visit("/");

        // When
        Browser.follow(browser, () -> click(By.cssSelector("#region option[value=North]")));

        // Then
        assertThat(browser.getCurrentUrl()).contains("region=North");
        assertThat(browser.findElements(By.cssSelector("main tbody tr"))).hasSize(5);
    }

    @Test
    void keepsFocusTypingAndOpenedDetailsWhileFiguresChange() {
        // Given
        visit("/");
        type(By.id("find"), "ash");

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
    void readsAChartByKeyboardAndPointerAndKeepsThePlaceWhileFiguresChange() {
        // Given
        visit("/hospitals/SIM-A?measure=experience-1.overall&from=2026-02-02");
        await().until(() -> text("#live").startsWith("Live"));

        // When
        browser.findElement(By.id("chart-point")).sendKeys(Keys.ARROW_LEFT, Keys.ARROW_LEFT);
        String byKey = text(".chart-values");
        Simulated.drops(page.model);
        await().ignoreExceptions()
                .until(() -> !browser.findElements(By.cssSelector("#live")).isEmpty()
                        && !browser.findElements(By.cssSelector("a[href^='/drops/']"))
                                .isEmpty());
        String afterwards = text(".chart-values");
        WebElement active = browser.switchTo().activeElement();
        new Actions(browser)
                .moveToElement(browser.findElement(By.cssSelector("svg.chart")))
                .perform();
        String byPointer = text(".chart-values");

        // Then
        assertThat(byKey).startsWith("7 days to 27 Feb 2026: Score ").contains("; Answers ");
        assertThat(afterwards).startsWith("7 days to 27 Feb 2026: Score ");
        assertThat(active.getDomAttribute("id")).isEqualTo("chart-point");
        assertThat(active.getDomAttribute("aria-valuetext")).isEqualTo(byPointer);
        assertThat(byPointer).startsWith("7 days to 15 Feb 2026: Score ");
        assertThat(neverReloaded()).isTrue();
    }

    @Test
    void narrowsTheOverviewAndKeepsItSoWhileFiguresChange() {
        // Given
        visit("/?region=North");
        int before = browser.findElements(By.cssSelector("main tbody tr")).size();

        // When
        Simulated.drops(page.model);
        await().ignoreExceptions().until(() -> text("h1").startsWith("1 of 10"));

        // Then
        assertThat(before).isEqualTo(5);
        assertThat(browser.findElements(By.cssSelector("main tbody tr"))).hasSize(5);
        assertThat(property("region", "value")).isEqualTo("North");
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
        await().atMost(Duration.ofMinutes(1)).until(() -> state().equals("stopped"));
        assertThat(text("#live")).matches("Stopped: no news for \\d+ s, figures as of 14:32:07 \\(1 Mar 2026\\)");
        assertThat(text(".stale-banner")).startsWith("These figures are not being updated.");
    }

    @Test
    void staysCurrentForAnAdministratorWithoutAskingForWhatTheAuditThenSaysWasDenied() {
        // Given
        List<AuditEntry> log = new CopyOnWriteArrayList<>();
        Viewers administrator = new Viewers() {

            @Override
            public Viewer of(Context request) {
                return Viewer.of(Rights.of(Role.ADMINISTRATOR, Scope.EVERYWHERE));
            }

            @Override
            public Optional<String> who(Context request) {
                return Optional.of("ito");
            }
        };
        try (var site =
                new PageFixture(10, new AuditedViewers(administrator, new Audit(log::add, Clock.systemUTC())))) {
            browser.get(site.address("/admin"));
            String before = state();

            // When
            site.pipelineIs(PipelineStatus.State.STALLED);
            await().atMost(Duration.ofMinutes(1)).until(() -> state().equals("stopped"));
            site.pipelineIs(PipelineStatus.State.RUNNING);

            // Then
            await().atMost(Duration.ofMinutes(1)).until(() -> state().equals("live"));
            assertThat(before).isEqualTo("live");
            assertThat(log).isEmpty();
        }
    }

    @Test
    void isLiveAgainWhenKeepAlivesGoOn() {
        // Given
        visit("/");
        await().until(() -> text("#live").startsWith("Live"));
        page.freeze();
        await().until(() -> state().equals("stopped"));

        // When
        page.thaw();

        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> state().equals("live"));
        assertThat(neverReloaded()).isTrue();
    }

    @Test
    void turnsStaleWithinTenSecondsWhenThePipelineStops() {
        // Given
        visit("/hospitals/SIM-A");
        await().until(() -> text("#live").startsWith("Live"));

        // When
        page.pipelineIs(PipelineStatus.State.STALLED);

        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> state().equals("stopped"));
    }

    @Test
    void turnsStaleWithinTenSecondsWhenTheServerIsGone() {
        // Given
        visit("/hospitals/SIM-A");
        await().until(() -> text("#live").startsWith("Live"));
        page.pipelineIs(PipelineStatus.State.STALLED);
        await().until(() -> state().equals("stopped"));
        page.pipelineIs(PipelineStatus.State.RUNNING);
        await().until(() -> state().equals("live"));

        // When
        page.close();

        // Then
        await().atMost(Duration.ofMinutes(1)).until(() -> state().equals("stopped"));
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
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> text("h1")
                .equals("The pipeline is stuck"));
        assertThat(neverReloaded()).isTrue();
    }
}

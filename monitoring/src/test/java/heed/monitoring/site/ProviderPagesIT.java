package heed.monitoring.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import heed.monitoring.access.AccessInMemory;
import heed.monitoring.access.EntryRules;
import heed.monitoring.access.SessionLife;
import heed.monitoring.access.Sessions;
import heed.monitoring.access.VouchedPeople;
import heed.monitoring.access.provider.Provider;
import heed.monitoring.access.provider.ProviderFixture;
import heed.monitoring.access.provider.ProviderSignIn;
import heed.monitoring.page.access.ProviderRoutes;
import heed.monitoring.web.SessionViewers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Looks at what is said of a sign-in at a provider as people with other eyes, and a phone, do. */
class ProviderPagesIT {

    private final ProviderFixture provider;
    private final PageFixture page;

    ProviderPagesIT() throws IOException {
        var access = new AccessInMemory();
        var random = new SecureRandom();
        provider = new ProviderFixture();
        var sessions = new Sessions(
                access.book,
                access,
                new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12)),
                random,
                Clock.systemUTC(),
                EntryRules.by(provider.issuer().toString()));
        var signIn = new ProviderSignIn(
                new Provider(provider.settings(URI.create("https://heed.example")), Clock.systemUTC()),
                new VouchedPeople(access.book, sessions, random),
                random,
                Clock.systemUTC(),
                ProviderRoutes.BACK);
        page = new PageFixture(
                new SessionViewers(sessions), models -> List.of(new ProviderRoutes(signIn, sessions, models)));
    }

    @AfterEach
    void close() {
        page.close();
        provider.close();
    }

    @Test
    void areAccessibleInLightAndDarkAndFitAPhone(@TempDir Path profile) {
        // Given
        ChromeDriver browser = Browser.start(profile);
        Map<String, String> headings = new HashMap<>();
        List<Rule> violations = new ArrayList<>();
        List<Object> wide = new ArrayList<>();
        try {
            // When
            browser.get(page.address("/sign-in/provider?code=one&state=another"));
            headings.put("refused", look(browser, violations, wide));
            browser.get(page.address("/signed-out"));
            headings.put("out", look(browser, violations, wide));
            browser.get(page.address("/sign-in"));
            String state = browser.getCurrentUrl().replaceFirst(".*[?&]state=([^&]+).*", "$1");
            provider.close();
            browser.get(page.address("/sign-in/provider?code=one&state=" + state));
            String away = browser.findElement(By.cssSelector("[role=alert]")).getText();
            headings.put("away", look(browser, violations, wide));

            // Then
            assertThat(headings)
                    .containsEntry("out", "Signed out")
                    .containsEntry("refused", "You are not signed in")
                    .containsEntry("away", "You are not signed in");
            assertThat(away).contains("sign-in does not answer", "Nid yw system");
            assertThat(violations).isEmpty();
            assertThat(wide).hasSize(6).containsOnly(0L);
        } finally {
            browser.quit();
        }
    }

    /** Returns the page's heading. */
    private static String look(ChromeDriver browser, List<Rule> violations, List<Object> wide) {
        for (int width : List.of(320, 390)) {
            Browser.resize(browser, width, 640);
            wide.add(browser.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        }
        for (String scheme : List.of("light", "dark")) {
            Browser.prefer(browser, scheme);
            violations.addAll(new AxeBuilder().analyze(browser).getViolations());
        }
        return browser.findElement(By.tagName("h1")).getText();
    }
}

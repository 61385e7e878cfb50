package heed.monitoring.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import heed.monitoring.access.EntryRules;
import heed.monitoring.access.provider.ProviderFixture;
import heed.monitoring.web.FormBody;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** Looks at what is said of a sign-in at a provider as people with other eyes, and a phone, do. */
class ProviderPagesIT {

    private final ProviderFixture provider = new ProviderFixture();
    private final PageFixture page;

    ProviderPagesIT() throws IOException {
        var people = new SignInFixture(EntryRules.by(provider.issuer().toString()));
        page = new PageFixture(people.viewers(), people.by(provider.settings(URI.create("https://heed.example"))));
    }

    @AfterEach
    void close() {
        page.close();
        provider.close();
    }

    @Test
    void areAccessibleInLightAndDarkAndFitAPhone(@TempDir Path profile) throws Exception {
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
            back(browser, claims -> claims.claim("roles", List.of("something")));
            String denied = browser.findElement(By.cssSelector("[role=alert]")).getText();
            headings.put("denied", look(browser, violations, wide));
            back(browser, claims -> claims);
            browser.get(page.address("/account"));
            headings.put("account", look(browser, violations, wide));
            signOut(browser);
            String leaving = browser.findElement(By.tagName("main")).getText();
            headings.put("leaving", look(browser, violations, wide));
            browser.get(page.address("/sign-in"));
            String state = asked(browser).get("state");
            provider.close();
            browser.get(page.address("/sign-in/provider?code=one&state=" + state));
            String away = browser.findElement(By.cssSelector("[role=alert]")).getText();
            headings.put("away", look(browser, violations, wide));

            // Then
            assertThat(headings)
                    .containsEntry("out", "Signed out")
                    .containsEntry("refused", "You are not signed in")
                    .containsEntry("denied", "You are not signed in")
                    .containsEntry("account", "Your account")
                    .containsEntry("leaving", "Signed out")
                    .containsEntry("away", "You are not signed in");
            assertThat(away).contains("sign-in does not answer");
            assertThat(denied).contains("does not say that you may use Heed");
            assertThat(leaving).contains("go on to be signed out of your organisation's sign-in too", "Go on");
            assertThat(violations).isEmpty();
            assertThat(wide).hasSize(12).containsOnly(0L);
        } finally {
            browser.quit();
        }
    }

    /** Returns what the provider was asked with by the browser, which has stayed there. */
    private static Map<String, String> asked(ChromeDriver browser) {
        return FormBody.fields(URI.create(browser.getCurrentUrl()).getRawQuery());
    }

    /** Comes back from the provider, which says of Dr Price what a test makes of it. */
    private void back(ChromeDriver browser, UnaryOperator<JWTClaimsSet.Builder> changed) throws JOSEException {
        browser.get(page.address("/sign-in"));
        Map<String, String> asked = asked(browser);
        String token = provider.signed(
                changed.apply(provider.price(asked.get("nonce"))).build());
        browser.get(page.address("/sign-in/provider?code=" + provider.code(asked.get("code_challenge"), token)
                + "&state=" + asked.get("state")));
    }

    /** Shows what the answer says without going on from it, as browsers do at once. */
    private static void signOut(ChromeDriver browser) {
        browser.executeAsyncScript(
                """
                const shown = arguments[0];
                const form = document.querySelector("form[action='/sign-out']");
                fetch("/sign-out", {method: "POST", body: new URLSearchParams(new FormData(form))})
                  .then(answer => answer.text())
                  .then(text => {
                    const page = new DOMParser().parseFromString(text, "text/html");
                    document.title = page.title;
                    document.body.replaceWith(page.body);
                    shown();
                  });
                """);
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

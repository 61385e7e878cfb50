package heed.monitoring.site;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import heed.monitoring.Simulated;
import heed.monitoring.access.AccessInMemory;
import heed.monitoring.access.AuthenticatorApp;
import heed.schemas.access.Role;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Signs somebody in with a real browser that runs no scripts, and looks at the pages as people with other eyes do. */
class SignInPagesIT {

    private static final String CHOSEN = "chosen by myself";

    private final SignInFixture people = new SignInFixture();
    private final AccessInMemory access = people.access;
    private final PageFixture page = new PageFixture(people.viewers(), people.byPassword());

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void letsSomebodyInWithTheirFirstPasswordAndOutAgainWithoutScripts(@TempDir Path profile) {
        // Given
        Simulated.scores(page.model);
        access.write(somebody("evans", Role.LEAD, "SIM-A|")
                .setPassword(people.passwords.hashed("given-by-somebody"))
                .setFirstUntil(Instant.now().plusSeconds(600))
                .build());
        ChromeDriver browser = Browser.start(profile);
        try {
            Browser.disableScripts(browser);
            List<String> headings = new ArrayList<>();

            // When
            browser.get(page.address("/hospitals/SIM-A"));
            headings.add(heading(browser));
            type(browser, "name", "evans");
            type(browser, "password", "wrong");
            send(browser);
            String refused = browser.findElement(By.cssSelector("[role=alert]")).getText();
            type(browser, "password", "given-by-somebody");
            send(browser);
            headings.add(heading(browser));
            type(browser, "old", "given-by-somebody");
            type(browser, "new", "chosen by myself");
            type(browser, "again", "chosen by myself");
            send(browser);
            headings.add(heading(browser));
            follow(browser, By.linkText("Called evans (evans)"));
            follow(browser, By.cssSelector("form[action='/sign-out'] button"));
            headings.add(heading(browser));

            // Then
            assertThat(refused).contains("do not belong together");
            assertThat(headings).hasSize(4);
            assertThat(headings.get(0)).isEqualTo("Sign in");
            assertThat(headings.get(1)).isEqualTo("Your account");
            assertThat(headings.get(2)).isEqualTo("The hospital needs no attention");
            assertThat(headings.get(3)).isEqualTo("Sign in");
        } finally {
            browser.quit();
        }
    }

    @Test
    void setsUpASecondFactorAndSignsInWithItWithoutScripts(@TempDir Path profile) {
        // Given
        Simulated.scores(page.model);
        access.write(somebody("evans", Role.LEAD, "SIM-A|")
                .setPassword(people.passwords.hashed(CHOSEN))
                .build());
        ChromeDriver browser = Browser.start(profile);
        try {
            Browser.disableScripts(browser);
            List<String> headings = new ArrayList<>();

            // When
            browser.get(page.address("/account"));
            signIn(browser);
            follow(browser, By.partialLinkText("Turn on a second factor"));
            headings.add(heading(browser));
            AuthenticatorApp app = setUp(browser);
            List<String> recovery = browser.findElements(By.cssSelector(".codes code")).stream()
                    .map(WebElement::getText)
                    .toList();
            signOut(browser);
            signIn(browser);
            headings.add(heading(browser));
            type(browser, "code", "000000");
            send(browser);
            String refused = browser.findElement(By.cssSelector("[role=alert]")).getText();
            type(browser, "code", app.code(Instant.now().plusSeconds(30)));
            send(browser);
            headings.add(heading(browser));
            signOut(browser);
            signIn(browser);
            type(browser, "code", recovery.get(0));
            send(browser);
            headings.add(heading(browser));

            // Then
            assertThat(headings)
                    .containsExactly(
                            "Second factor",
                            "One more step",
                            "Ashcombe General Simulated",
                            "Ashcombe General Simulated");
            assertThat(refused).contains("not the code of now");
            assertThat(recovery).hasSize(10);
        } finally {
            browser.quit();
        }
    }

    private void signOut(ChromeDriver browser) {
        browser.get(page.address("/account"));
        follow(browser, By.cssSelector("form[action='/sign-out'] button"));
        browser.get(page.address("/hospitals/SIM-A"));
    }

    private static void signIn(ChromeDriver browser) {
        type(browser, "name", "evans");
        type(browser, "password", CHOSEN);
        send(browser);
    }

    /** Types what the page of the second factor shows into an app, and a code of that into the page. */
    private static AuthenticatorApp setUp(ChromeDriver browser) {
        var app = new AuthenticatorApp(browser.findElement(By.id("key")).getText());
        type(browser, "password", CHOSEN);
        type(browser, "code", app.code(Instant.now()));
        send(browser);
        return app;
    }

    @Test
    void isAccessibleInLightAndDarkAndFitsAPhone(@TempDir Path profile) throws Exception {
        // Given
        access.write(somebody("evans", Role.LEAD, "SIM-A|", "SIM-B|W1")
                .setPassword(people.passwords.hashed(CHOSEN))
                .build());
        ChromeDriver browser = Browser.start(profile);
        List<Rule> violations = new ArrayList<>();
        List<Object> wide = new ArrayList<>();
        try {
            // When
            browser.get(page.address("/sign-in"));
            look(browser, "sign-in", violations, wide);
            type(browser, "name", "evans");
            type(browser, "password", "wrong");
            send(browser);
            look(browser, "sign-in-refused", violations, wide);
            type(browser, "password", CHOSEN);
            send(browser);
            browser.get(page.address("/account"));
            String account = browser.findElement(By.tagName("main")).getText();
            look(browser, "account", violations, wide);
            browser.get(page.address("/account/second-factor"));
            look(browser, "second-factor", violations, wide);
            setUp(browser);
            look(browser, "recovery-codes", violations, wide);
            browser.get(page.address("/account/second-factor"));
            look(browser, "second-factor-on", violations, wide);
            signOut(browser);
            signIn(browser);
            look(browser, "sign-in-code", violations, wide);

            // Then
            assertThat(violations).isEmpty();
            assertThat(wide).containsOnly(0L);
            assertThat(account).contains("Called evans (evans): lead of SIM-A, SIM-B/W1");
        } finally {
            browser.quit();
        }
    }

    private static void look(ChromeDriver browser, String name, List<Rule> violations, List<Object> wide) {
        Browser.resize(browser, 375, 812);
        for (String scheme : List.of("light", "dark")) {
            Browser.prefer(browser, scheme);
            Browser.picture(browser, name + "-" + scheme);
            violations.addAll(new AxeBuilder().analyze(browser).getViolations());
        }
        wide.add(browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    private static String heading(ChromeDriver browser) {
        return browser.findElement(By.tagName("h1")).getText();
    }

    private static void type(ChromeDriver browser, String field, String text) {
        browser.findElement(By.id(field)).sendKeys(text);
    }

    private static void send(ChromeDriver browser) {
        follow(browser, By.cssSelector("form.panel button"));
    }

    private static void follow(ChromeDriver browser, By element) {
        Browser.follow(browser, browser.findElement(element)::click);
    }
}

package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.monitoring.Simulated;
import heed.monitoring.access.EntryRules;
import heed.monitoring.access.provider.ClaimMapping;
import heed.monitoring.access.provider.ProviderSettings;
import heed.schemas.access.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** Signs somebody in with a real browser at a real provider, and out again from both sides. */
class KeycloakIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private Keycloak keycloak;
    private SignInFixture people;
    private PageFixture page;

    @BeforeEach
    void start() throws IOException {
        int port = Keycloak.freePort();
        URI address = URI.create("http://127.0.0.1:" + port);
        keycloak = Keycloak.start(address);
        people = new SignInFixture(EntryRules.by(keycloak.issuer().toString()));
        page = new PageFixture(port, people.viewers(), people.by(settings(address)));
        for (String hospital : List.of("SIM-A", "SIM-B")) {
            page.model.put(aDay(Simulated.TODAY).at(hospital).positive(60, 100));
            page.model.put(aDrop().id("drop-" + hospital).at(hospital).open());
        }
        page.model.publish();
    }

    private ProviderSettings settings(URI address) {
        return new ProviderSettings(
                keycloak.issuer(),
                "heed",
                new ProviderSettings.ClientSecret(Keycloak.SECRET),
                List.of("profile"),
                List.of("RS256", "PS256", "ES256"),
                Duration.ofSeconds(30),
                address,
                new ClaimMapping(
                        "roles",
                        List.of(new ClaimMapping.Meaning("heed-lead", Role.LEAD)),
                        "hospitals",
                        "units",
                        "name",
                        "preferred_username"));
    }

    @AfterEach
    void close() {
        if (page != null) {
            page.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void letsSomebodyInWhoSeesTheirHospitalActsUnderTheirNameAndIsSignedOutFromEitherSide(@TempDir Path profile) {
        // Given
        ChromeDriver browser = Browser.start(profile);
        List<String> seen = new ArrayList<>();
        try {
            // When
            browser.get(page.address("/drops/drop-SIM-A"));
            signInThere(browser);
            WebElement button = browser.findElement(By.cssSelector("form[action*='/drops/drop-SIM-A'] button"));
            Browser.follow(browser, button::click);
            await().atMost(SOON).until(() -> !page.actions.written().isEmpty());
            browser.get(page.address("/"));
            String overview = browser.getPageSource();
            browser.get(page.address("/hospitals/SIM-B"));
            String other = browser.getPageSource();

            int signedOut = keycloak.signOut();
            browser.get(page.address("/"));
            seen.add(browser.getCurrentUrl());

            int rotated = keycloak.rotate();
            signInThere(browser);
            seen.add(browser.getCurrentUrl());

            browser.get(page.address("/account"));
            browser.findElement(By.cssSelector("form[action='/sign-out'] button"))
                    .click();
            await().atMost(SOON).until(() -> browser.getCurrentUrl().equals(page.address("/signed-out")));
            seen.add(browser.findElement(By.tagName("h1")).getText());
            browser.get(page.address("/"));
            seen.add(browser.getCurrentUrl());
            int passwordsAsked = browser.findElements(By.id("password")).size();

            // Then
            assertThat(page.actions.written()).extracting(act -> act.getWho()).containsExactly("Mair Price (price)");
            assertThat(overview).contains("SIM-A", "Mair Price (price)").doesNotContain("SIM-B");
            assertThat(other)
                    .contains("Mair Price (price)", "There is nothing here")
                    .doesNotContain("60 of 100");
            assertThat(List.of(signedOut, rotated)).containsExactly(204, 201);
            assertThat(seen).hasSize(4);
            assertThat(seen.get(0)).startsWith(keycloak.issuer() + "/protocol/openid-connect/auth?");
            assertThat(seen.get(1)).isEqualTo(page.address("/"));
            assertThat(seen.get(2)).isEqualTo("Signed out");
            assertThat(seen.get(3)).startsWith(keycloak.issuer() + "/protocol/openid-connect/auth?");
            assertThat(passwordsAsked).isEqualTo(1);
            assertThat(people.access.sessions()).isEmpty();
        } finally {
            browser.quit();
        }
    }

    private static void signInThere(ChromeDriver browser) {
        browser.findElement(By.id("username")).sendKeys("price");
        browser.findElement(By.id("password")).sendKeys(Keycloak.PASSWORD);
        Browser.follow(browser, browser.findElement(By.id("kc-login"))::click);
    }
}

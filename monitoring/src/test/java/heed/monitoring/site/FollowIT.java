package heed.monitoring.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.monitoring.view.Followed;
import heed.schemas.key.PlaceKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Follows hospitals and wards as browsers do, and sends what none would. */
class FollowIT extends PageInBrowser {

    private static final String WARD = "/hospitals/SIM-A/wards/WARD-1";

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void fillWards() {
        Simulated.drops(page.model);
        Simulated.weeks(page.model);
    }

    private HttpResponse<String> follow(String body, Followed kept, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page.address("/follow")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "heed-follow=" + encoded(kept))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String encoded(Followed kept) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(kept.text().getBytes(StandardCharsets.UTF_8));
    }

    private Parsed overview(String path, String cookie) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(page.address(path)))
                .header("Cookie", "heed-follow=" + cookie)
                .build();
        return Parsed.page(
                client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    @Test
    void putsWhatIsFollowedFirstWithoutScriptsAndOnASmallPhone() {
        // Given
        Browser.resize(browser, 320, 640);
        Browser.disableScripts(browser);
        browser.get(page.address(WARD));

        // When
        follow(By.cssSelector(".follow button"));
        String there = browser.getCurrentUrl();
        String button = text(".follow button");
        browser.get(page.address("/hospitals/SIM-J"));
        follow(By.cssSelector(".follow button"));
        browser.get(page.address("/?whose=followed"));
        Browser.disableScripts(browser);

        // Then
        assertThat(there).endsWith(WARD);
        assertThat(button).isEqualTo("Stop following");
        assertThat(browser.findElements(By.cssSelector(".followed li a")))
                .extracting(link -> link.getText())
                .containsExactly("Ashcombe General, WARD-1", "Juniper Cross Hospital");
        assertThat(browser.findElements(By.cssSelector("main tbody th > a")))
                .extracting(link -> link.getText())
                .containsExactlyInAnyOrder("Ashcombe General", "Juniper Cross Hospital");
        Browser.picture(browser, "followed-320");
    }

    @Test
    void isAccessibleAndFitsAPhone() {
        // Given
        Browser.resize(browser, 320, 640);
        visit(WARD);
        follow(By.cssSelector(".follow button"));

        // When
        visit("/?whose=followed");

        // Then
        assertThat(new AxeBuilder().analyze(browser).getViolations()).isEmpty();
        assertThat(browser.executeScript(
                        "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isEqualTo(0L);
    }

    @Test
    void passesOverWhatIsNotThereAndStopsFollowing() throws Exception {
        // Given
        Followed kept = Followed.NONE
                .with(new PlaceKey("SIM-NONE", null))
                .with(new PlaceKey("SIM-B", "NONE"))
                .with(new PlaceKey("SIM-C", null));

        // When
        Parsed overview = overview("/", encoded(kept));
        HttpResponse<String> stopped = follow("hospital=SIM-C&unit=&follow=no", kept);
        Parsed broken = overview("/", "%%%");

        // Then
        assertThat(overview.texts(".followed li a")).containsExactly("Calder Mount Hospital");
        assertThat(overview.texts("tbody th > a")).first().isEqualTo("Calder Mount Hospital");
        assertThat(stopped.headers().firstValue("Location")).hasValue("/hospitals/SIM-C");
        assertThat(stopped.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie)
                .startsWith("heed-follow=" + encoded(kept.without(new PlaceKey("SIM-C", null))) + ";")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict"));
        assertThat(broken.count(".followed")).isZero();
    }

    @Test
    void keepsNothingThatIsNotThereOrFromAPageElsewhereOrTooMuch() throws Exception {
        // Given
        var full = new Followed(IntStream.range(0, Followed.MOST)
                .mapToObj(at -> new PlaceKey("H" + at, null))
                .toList());

        // When
        HttpResponse<String> none = follow("hospital=SIM-A&unit=NONE&follow=yes", Followed.NONE);
        HttpResponse<String> elsewhere =
                follow("hospital=SIM-A&unit=&follow=yes", Followed.NONE, "Sec-Fetch-Site", "cross-site");
        HttpResponse<String> nothing = follow("%%%", Followed.NONE);
        HttpResponse<String> tooMuch = follow("hospital=SIM-A&unit=&follow=yes", full);

        // Then
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(elsewhere.statusCode()).isEqualTo(403);
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(Parsed.page(tooMuch.body()).texts("main .sub"))
                .containsExactly("You follow 30 places, as many as can be kept. Stop following one of them first.");
        assertThat(List.of(none, elsewhere, nothing, tooMuch))
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty());
    }
}

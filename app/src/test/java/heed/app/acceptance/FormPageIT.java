package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.selenium.AxeBuilder;
import heed.app.form.FormHtml;
import heed.connectors.FeedbackNotWrittenException;
import heed.connectors.fhir.FhirMappings;
import heed.connectors.form.FormLink;
import heed.connectors.form.FormLinks;
import heed.connectors.form.Forms;
import heed.connectors.intake.IntakeConfig;
import heed.connectors.intake.IntakeObserver;
import heed.connectors.intake.IntakeParts;
import heed.connectors.intake.IntakeServer;
import heed.connectors.webhook.Webhooks;
import heed.monitoring.site.Browser;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Comment;
import heed.schemas.Feedback;
import heed.schemas.Rated;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.listen.Reach;
import heed.schemas.questionnaire.Questionnaires;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

/** Answers the form as people with other hands, eyes, screens and browsers do. */
class FormPageIT {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");

    private static ChromeDriver browser;

    private final FormLinks links = new FormLinks(new byte[32]);
    private final List<Feedback> written = new CopyOnWriteArrayList<>();
    private final List<Comment> comments = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private IntakeServer intake;
    private volatile boolean away;

    @BeforeAll
    static void open(@TempDir Path profile) {
        browser = Browser.start(profile);
    }

    @AfterAll
    static void quit() {
        browser.quit();
    }

    @BeforeEach
    void start() {
        start(OptionalInt.of(4_000));
    }

    private void start(OptionalInt longestComment) {
        intake = IntakeServer.start(
                new IntakeConfig(
                        "127.0.0.1",
                        0,
                        List.of(),
                        Reach.direct(),
                        Duration.ofSeconds(5),
                        Duration.ofDays(45),
                        50,
                        200,
                        64),
                new IntakeParts(
                        Questionnaires.shipped(),
                        HospitalDirectory.empty(),
                        any -> true,
                        WithoutComments.writingTo((feedback, arrival) -> write(feedback), comments::add),
                        WithoutComments.reader(),
                        IntakeObserver.NONE,
                        Optional.empty(),
                        Webhooks.none(),
                        FhirMappings.none(),
                        Optional.of(new Forms(links, new FormHtml(), longestComment)),
                        Clock.fixed(NOON, ZoneOffset.UTC),
                        UUID::randomUUID));
    }

    @AfterEach
    void stop() {
        Browser.reset(browser);
        intake.close();
    }

    private CompletableFuture<Void> write(Feedback feedback) {
        if (away) {
            return CompletableFuture.failedFuture(new FeedbackNotWrittenException("broker away"));
        }
        written.add(feedback);
        return CompletableFuture.completedFuture(null);
    }

    private String address(String questionnaire, FormLink.Kind kind, String until) {
        var link = new FormLink(questionnaire, "H1", Optional.of("Ward-7"), kind, "a1", LocalDate.parse(until));
        return URI.create(intake.url()).resolve("/form/" + links.token(link)).toString();
    }

    private String address(FormLink.Kind kind) {
        return address("fft-2020", kind, "2026-04-01");
    }

    private HttpResponse<String> send(String address, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
    }

    private static String text(String selector) {
        return browser.findElement(By.cssSelector(selector)).getText();
    }

    private static void press(CharSequence... keys) {
        browser.switchTo().activeElement().sendKeys(keys);
    }

    private static void follow() {
        Browser.follow(browser, () -> press(Keys.ENTER));
    }

    private static Results judged(String name, String scheme) {
        Browser.prefer(browser, scheme);
        Browser.picture(browser, "form-" + name + "-" + scheme);
        return new AxeBuilder().analyze(browser);
    }

    private static long sideways() {
        return (Long) browser.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    @Test
    void isAnsweredInWelshByTheKeyboardAloneWithoutScriptsAndIsReadyForTheNext() {
        // Given
        Browser.disableScripts(browser);
        browser.get(address(FormLink.Kind.KIOSK));

        // When
        press(Keys.TAB);
        press(Keys.TAB);
        follow();
        String title = text("h1");
        press(Keys.TAB);
        press(Keys.TAB);
        press(Keys.TAB);
        press(Keys.SPACE);
        press(Keys.ARROW_DOWN);
        press(Keys.TAB);
        press("Diolch i Mrs Jones am y te.", Keys.ENTER, "Da iawn!");
        press(Keys.TAB);
        follow();
        String thanks = text("h1");
        press(Keys.TAB);
        follow();

        // Then
        assertThat(title).isEqualTo("Prawf Ffrindiau a Theulu");
        assertThat(thanks).isEqualTo("Diolch. Rydym wedi derbyn eich atebion.");
        assertThat(text("h1")).isEqualTo("Friends and Family Test");
        assertThat(browser.findElements(By.cssSelector("input:checked"))).isEmpty();
        assertThat(browser.findElement(By.id("comment")).getDomProperty("value"))
                .isEmpty();
        assertThat(written).singleElement().satisfies(one -> {
            assertThat(one.getHospital()).isEqualTo("H1");
            assertThat(one.getUnit()).isEqualTo("Ward-7");
            assertThat(one.getChannel()).isEqualTo(Channel.KIOSK);
            assertThat(one.getLanguage()).isEqualTo("cy");
            assertThat(one.getAnswers()).containsExactly(new Answer("overall", "good"));
            assertThat(one.getGivenAt()).isEqualTo(NOON);
        });
        assertThat(comments).singleElement().satisfies(one -> {
            assertThat(one.getFeedbackId()).isEqualTo(written.get(0).getFeedbackId());
            assertThat(one.getText()).isEqualTo("Diolch i Mrs [name] am y te.\nDa iawn!");
            assertThat(one.getLanguage()).isEqualTo("cy");
            assertThat(one.getQuestion()).isEqualTo("why");
            assertThat(one.getRated()).isEqualTo(Rated.GOOD);
        });
        assertThat(browser.manage().getCookies()).isEmpty();
    }

    @Test
    void isAccessibleInEveryStateAndSchemeAndFitsANarrowScreen() {
        // Given
        String fft = address(FormLink.Kind.KIOSK);
        List<String> addresses = List.of(
                fft,
                fft + "?lang=cy",
                fft + "/thanks",
                address("experience-1", FormLink.Kind.POSTER, "2026-04-01"),
                address("fft-2020", FormLink.Kind.POSTER, "2026-03-31"));
        Browser.resize(browser, 320, 640);
        List<Results> results = new ArrayList<>();
        List<Long> sideways = new ArrayList<>();

        // When
        for (int i = 0; i < addresses.size(); i++) {
            browser.get(addresses.get(i));
            sideways.add(sideways());
            results.add(judged(String.valueOf(i), "light"));
            results.add(judged(String.valueOf(i), "dark"));
        }
        browser.get(fft);
        long small = browser.findElements(By.cssSelector("label, button, a")).stream()
                .filter(each -> each.getSize().getHeight() < 44)
                .count();
        Browser.follow(browser, browser.findElement(By.cssSelector("button"))::click);
        String focused = browser.switchTo().activeElement().getText();
        sideways.add(sideways());
        results.add(judged("empty", "light"));

        // Then
        assertThat(results).allSatisfy(each -> {
            assertThat(each.getViolations()).isEmpty();
            assertThat(each.getPasses()).isNotEmpty();
        });
        assertThat(sideways).containsOnly(0L);
        assertThat(small).isZero();
        assertThat(focused).contains("There is a problem", "Please answer at least one question.");
        assertThat(written).isEmpty();
    }

    @Test
    void countsALinkForOnePersonOnceAndASheetSentTwiceOnce() throws Exception {
        // Given
        String once = address(FormLink.Kind.ONCE);
        String poster = address(FormLink.Kind.POSTER);

        // When
        var first = send(once, "sheet=s1&answer.overall=good");
        var second = send(once, "sheet=s2&answer.overall=poor");
        var again = ask(once);
        send(poster, "sheet=s1&answer.overall=good");
        send(poster, "sheet=s1&answer.overall=good");
        send(poster, "sheet=s2&answer.overall=good");

        // Then
        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(second.body()).contains("This link has been used, and counts once.");
        assertThat(again.body())
                .contains("This link has been used, and counts once.")
                .doesNotContain("<form");
        List<String> ids = written.stream().map(Feedback::getFeedbackId).toList();
        assertThat(ids).hasSize(4);
        assertThat(ids.get(1)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(0)).isNotEqualTo(ids.get(3));
        assertThat(written.get(0).getChannel()).isEqualTo(Channel.SMS);
    }

    @Test
    void asksForWordsWhereTheQuestionnaireDoesAndSaysHowManyAndWhatBecomesOfThem() throws Exception {
        // Given
        String fft = address(FormLink.Kind.POSTER);
        String tooLong = "%3Cscript%3E" + "a".repeat(3_993);

        // When
        var english = ask(fft);
        var other = ask(address("experience-1", FormLink.Kind.POSTER, "2026-04-01"));
        var empty = send(fft, "sheet=s1&comment=%3C/textarea%3E%3Cb%3Etea");
        var refused = send(fft, "sheet=s1&answer.overall=good&comment=" + tooLong);
        var withoutOne = send(fft, "sheet=s1&answer.overall=good&comment=%20%0D%0A");

        // Then
        assertThat(english.body())
                .contains(
                        "<label for=\"comment\">Please can you tell us why you gave your answer?</label>",
                        "You may leave this empty. At most 4,000 characters.",
                        "maxlength=\"4000\"",
                        "We take out what we find of it, and staff may read the rest.");
        assertThat(other.body()).contains("<form").doesNotContain("textarea");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("&lt;/textarea&gt;&lt;b&gt;tea</textarea>");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains(
                        "<a href=\"#comment\">What you wrote has more than 4,000 characters",
                        "value=\"good\" checked",
                        "&lt;script&gt;aaa");
        assertThat(withoutOne.statusCode()).isEqualTo(303);
        assertThat(comments).isEmpty();
        assertThat(written).hasSize(1);
    }

    @Test
    void asksForNoWordsThatNobodyIsShownAndTakesNone() throws Exception {
        // Given
        intake.close();
        start(OptionalInt.empty());
        String fft = address(FormLink.Kind.POSTER);

        // When
        var page = ask(fft);
        var sent = send(fft, "sheet=s1&answer.overall=good&comment=tea");

        // Then
        assertThat(page.body()).contains("<form").doesNotContain("textarea");
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(comments).isEmpty();
    }

    @Test
    void keepsTheAnswersWhereTheyCannotBeTakenNow() throws Exception {
        // Given
        away = true;

        // When
        var answer = send(address(FormLink.Kind.POSTER) + "?lang=cy", "sheet=s1&answer.overall=good&comment=te");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .contains(
                        "Nid oedd modd derbyn eich atebion nawr.",
                        "value=\"s1\"",
                        "value=\"good\" checked",
                        ">te</textarea>");
    }

    @Test
    void takesNothingWithoutALinkAndRepeatsNothingThatIsNoAnswer() throws Exception {
        // Given
        String good = address(FormLink.Kind.POSTER);

        // When
        var changed = send(good + "x", "sheet=s1&answer.overall=good");
        var old = send(address("fft-2020", FormLink.Kind.POSTER, "2026-03-31"), "sheet=s1&answer.overall=good");
        var strange = send(good, "sheet=%22%3E%3Cscript&answer.overall=%3Cscript%3E&answer.CANARY=1&%zz=%zz&&=");
        var page = ask(good);

        // Then
        assertThat(List.of(changed.statusCode(), old.statusCode(), strange.statusCode(), page.statusCode()))
                .containsExactly(404, 404, 400, 200);
        assertThat(strange.body()).doesNotContain("<script", "CANARY");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).doesNotContain("<script", "style=", "http://", "https://");
        assertThat(written).isEmpty();
    }
}

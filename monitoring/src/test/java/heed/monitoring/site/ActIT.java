package heed.monitoring.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import heed.monitoring.DropFixture;
import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import heed.schemas.Action;
import heed.schemas.ActionKind;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Sends the form of a drop's page as browsers and others do. */
class ActIT {

    private static final String DROP = "/drops/" + DropFixture.aDrop().open().getDropId();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String CANARY = "canary-5b1f";

    private final PageFixture page = new PageFixture(3);
    private final HttpClient client = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void fill() {
        Simulated.scores(page.model);
        Simulated.drops(page.model);
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void close() {
        root().detachAppender(log);
        page.close();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page.address(path)))
                .timeout(Duration.ofMinutes(1))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return client.send(request.headers(headers).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return post(DROP, body, "Content-Type", FORM, "Sec-Fetch-Site", "same-origin");
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(page.address(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String field(String name, String value) {
        return name + "=" + URLEncoder.encode(value, UTF_8);
    }

    private static String note(String text) {
        return String.join("&", "kind=NOTED", "form=f1", field("who", "Sister Evans"), field("text", text));
    }

    @Test
    void recordsAnActAndSendsTheBrowserBackToTheDrop() throws Exception {
        // When
        HttpResponse<String> answer = post(note("Two nurses short."));

        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue(DROP + "#timeline");
        assertThat(answer.headers().firstValue("Set-Cookie")).hasValueSatisfying(cookie -> assertThat(cookie)
                .startsWith("heed-name=")
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict")
                .containsIgnoringCase("Path=/;"));
        assertThat(page.actions.written()).singleElement().satisfies(act -> {
            assertThat(act.getKind()).isEqualTo(ActionKind.NOTED);
            assertThat(act.getHospital()).isEqualTo("SIM-A");
            assertThat(act.getDropId()).isEqualTo(DropFixture.aDrop().open().getDropId());
            assertThat(act.getText()).isEqualTo("Two nurses short.");
        });
        assertThat(Parsed.page(get(DROP).body()).one(".time li.act").text())
                .endsWith("Sister Evans wrote:Two nurses short.");
    }

    @Test
    void takesFromTheCardThatSomebodyHasSeenItOnce() throws Exception {
        // Given
        String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString("Sister Evans".getBytes(UTF_8));

        // When
        Parsed unnamed = Parsed.page(get("/").body());
        Parsed card =
                Parsed.page(get("/", "Cookie", "heed-name=" + cookie).body()).one("form.seen");
        String sent = card.all("input").stream()
                .map(each -> field(each.attribute("name"), each.attribute("value")))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer =
                post(card.attribute("action"), sent, "Content-Type", FORM, "Sec-Fetch-Site", "same-origin");
        Parsed after = Parsed.page(get("/", "Cookie", "heed-name=" + cookie).body());

        // Then
        assertThat(unnamed.links("I've seen it")).containsExactly(DROP + "#act");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(page.actions.written()).singleElement().satisfies(act -> {
            assertThat(act.getKind()).isEqualTo(ActionKind.ACKNOWLEDGED);
            assertThat(act.getWho()).isEqualTo("Sister Evans");
        });
        assertThat(after.count("form.seen")).isZero();
        assertThat(after.texts(".card .stage")).containsExactly("Acknowledged by Sister Evans");
    }

    @Test
    void recordsWhatIsSentTwiceOnce() throws Exception {
        // When
        post(note("one"));
        post(note("one"));
        post(note("two"));

        // Then
        assertThat(page.actions.written()).extracting(Action::getText).containsExactly("one", "two");
    }

    @Test
    void recordsNothingThatAPageElsewhereSends() throws Exception {
        // Given
        String own = page.address("");

        // When
        List<Integer> answers = Stream.of(
                        new String[] {"Sec-Fetch-Site", "cross-site"},
                        new String[] {"Sec-Fetch-Site", "same-site", "Origin", own},
                        new String[] {"Sec-Fetch-Site", "none"},
                        new String[] {"Origin", "https://example.org"},
                        new String[] {"Origin", "null"},
                        new String[] {"Origin", own + ".example.org"})
                .map(this::sentWith)
                .toList();

        // Then
        assertThat(answers).containsOnly(403);
        assertThat(page.actions.written()).isEmpty();
        assertThat(sentWith("Origin", own)).isEqualTo(303);
    }

    private int sentWith(String... headers) {
        try {
            String[] all = Stream.concat(Stream.of("Content-Type", FORM), Stream.of(headers))
                    .toArray(String[]::new);
            return post(DROP, note("one"), all).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void recordsOnlyFormsOfAnActsSize() throws Exception {
        // Given
        String longest = "\uD83D\uDE00".repeat(500);

        // When
        List<Integer> answers = List.of(
                post(DROP, note("one"), "Content-Type", "text/plain").statusCode(),
                post(DROP, "x=" + "y".repeat(16 * 1024 - 1), "Content-Type", FORM)
                        .statusCode(),
                post(DROP, "text=%zz", "Content-Type", FORM).statusCode(),
                post("/drops/none", note("one"), "Content-Type", FORM).statusCode());

        // Then
        assertThat(answers).containsExactly(415, 413, 400, 404);
        assertThat(page.actions.written()).isEmpty();
        assertThat(post(note(longest)).statusCode()).isEqualTo(303);
        assertThat(page.actions.written()).extracting(Action::getText).containsExactly(longest);
    }

    @Test
    void keepsWhatWasTypedWhereItIsNotCompleteOrTheLogIsAway() throws Exception {
        // When
        HttpResponse<String> incomplete = post("kind=NOTED&form=f1&text=" + CANARY);
        page.actions.fail(new IllegalStateException("cannot take " + CANARY, new IllegalStateException(CANARY)));
        HttpResponse<String> away = post(note(CANARY));
        page.actions.mend();

        // Then
        assertThat(incomplete.statusCode()).isEqualTo(422);
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Set-Cookie")).isEmpty();
        for (HttpResponse<String> answer : List.of(incomplete, away)) {
            Parsed refused = Parsed.page(answer.body());
            assertThat(refused.one("[role=alert]").text()).contains("Nothing was recorded.");
            assertThat(refused.texts("textarea")).containsExactly(CANARY);
            assertThat(refused.attributes("input[name=form]", "value")).containsExactly("f1");
            assertThat(refused.count("meta[http-equiv=refresh]")).isZero();
        }
        assertThat(page.actions.written()).isEmpty();
        assertThat(post(note(CANARY)).statusCode()).isEqualTo(303);
    }

    @Test
    void leavesWhatStaffWriteOutOfLogsMetricsAndAddresses() throws Exception {
        // Given
        page.actions.fail(new IllegalStateException("cannot take " + CANARY));
        post(note(CANARY));
        page.actions.mend();

        // When
        HttpResponse<String> recorded = post(note(CANARY));
        post(DROP, "text=%zz" + CANARY, "Content-Type", FORM);
        String metrics = get("/metrics").body();

        // Then
        assertThat(log.list).isNotEmpty().noneSatisfy(each -> assertThat(
                        each.getFormattedMessage() + each.getThrowableProxy())
                .contains(CANARY));
        assertThat(metrics)
                .contains(
                        "heed_actions_total{kind=\"NOTED\",outcome=\"RECORDED\"} 1.0",
                        "heed_actions_total{kind=\"NOTED\",outcome=\"NOT_WRITTEN\"} 1.0")
                .doesNotContain(CANARY);
        assertThat(recorded.headers().map().toString()).doesNotContain(CANARY);
        assertThat(get("/drops").body()).doesNotContain(CANARY);
    }
}

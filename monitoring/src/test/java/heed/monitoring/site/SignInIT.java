package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.access.AccessInMemory;
import heed.monitoring.html.Parsed;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signs people in to a server as their browsers do, by HTTP alone. */
class SignInIT {

    private static final String GIVEN = "given-by-somebody";
    private static final String CHOSEN = "chosen by myself";

    private final SignInFixture people = new SignInFixture();
    private final AccessInMemory access = people.access;
    private final PageFixture page = new PageFixture(people.viewers(), people.byPassword());
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void fill() {
        access.write(evans().build());
        for (String hospital : List.of("SIM-A", "SIM-B")) {
            page.model.put(aDay(Simulated.TODAY).at(hospital).positive(60, 100));
            page.model.put(aDrop().id("drop-" + hospital).at(hospital).open());
        }
        page.model.publish();
    }

    private Account.Builder evans() {
        return somebody("evans", Role.LEAD, "SIM-A|").setPassword(people.passwords.hashed(CHOSEN));
    }

    @AfterEach
    void close() {
        page.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(page.address(path))).header("Accept", "text/html");
        return send(request, headers);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String... headers)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(page.address(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        return post("/sign-in", Map.of("name", name, "password", password));
    }

    /** Returns what a browser sends along from now on. */
    private static String[] browser(HttpResponse<String> signedIn) {
        String cookie = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        return new String[] {"Cookie", cookie.substring(0, cookie.indexOf(';'))};
    }

    private static String seal(HttpResponse<String> answer) {
        return Parsed.page(answer.body())
                .attributes("input[name=seal]", "value")
                .get(0);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void takesWhoeverIsNotSignedInToWhereTheyAreAndBack() throws Exception {
        // When
        HttpResponse<String> asked = get("/hospitals/SIM-A?measure=fft-2020.positive");
        HttpResponse<String> nowhere = get("/hospitals/NOWHERE");
        HttpResponse<String> signIn = get(location(asked));
        HttpResponse<String> back = post(
                "/sign-in",
                Map.of(
                        "name",
                        "evans",
                        "password",
                        CHOSEN,
                        "to",
                        Parsed.page(signIn.body())
                                .attributes("input[name=to]", "value")
                                .get(0)));

        // Then
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(location(nowhere)).isEqualTo("/sign-in?to=%2Fhospitals%2FNOWHERE");
        assertThat(signIn.body()).contains("Sign in", "autocomplete=\"current-password\"");
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(location(back)).isEqualTo("/hospitals/SIM-A?measure=fft-2020.positive");
        assertThat(get(location(back), browser(back)).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsProgramsThatNobodyIsSignedIn() throws Exception {
        // When
        List<Integer> statuses = List.of(
                get("/api/v1/hospitals", "Accept", "application/json").statusCode(),
                get("/api/v1/nowhere", "Accept", "application/json").statusCode(),
                send(HttpRequest.newBuilder(URI.create(page.address("/events"))))
                        .statusCode(),
                send(HttpRequest.newBuilder(URI.create(page.address("/metrics"))))
                        .statusCode(),
                post("/drops/drop-SIM-A", Map.of("kind", "ACKNOWLEDGED", "who", "Dr Rees"))
                        .statusCode(),
                send(HttpRequest.newBuilder(URI.create(page.address("/health/live"))))
                        .statusCode());

        // Then
        assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 200);
        assertThat(page.actions.written()).isEmpty();
    }

    @Test
    void showsEachTheirOwnHospitalAlone() throws Exception {
        // Given
        String[] browser = browser(signIn("evans", CHOSEN));

        // When
        HttpResponse<String> overview = get("/", browser);
        HttpResponse<String> own = get("/hospitals/SIM-A", browser);
        HttpResponse<String> other = get("/hospitals/SIM-B", browser);
        HttpResponse<String> pipeline = get("/pipeline", browser);

        // Then
        assertThat(overview.body()).contains("SIM-A", "Called evans (evans)").doesNotContain("SIM-B");
        assertThat(List.of(own.statusCode(), other.statusCode(), pipeline.statusCode()))
                .containsExactly(200, 404, 404);
    }

    @Test
    void hasBrowsersShowWhatNoScriptAndNoOtherSiteCanUse() throws Exception {
        // When
        HttpResponse<String> answer = signIn("evans", CHOSEN);

        // Then
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("heed-session=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void saysTheSameOfANameThatThereIsNotAsOfAWrongPassword() throws Exception {
        // When
        HttpResponse<String> wrong = signIn("evans", "chosen by another");
        HttpResponse<String> unknown = signIn("evanz", "chosen by another");

        // Then
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body().replace("evanz", "evans")).isEqualTo(wrong.body());
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(wrong.body()).doesNotContain("chosen by another");
    }

    @Test
    void slowsDownAThousandGuessesAndStillLetsOthersIn() throws Exception {
        // Given
        access.write(somebody("price", Role.LEAD, "SIM-B|")
                .setPassword(people.passwords.hashed(CHOSEN))
                .build());

        // When
        List<Integer> guesses = new ArrayList<>();
        for (int guess = 0; guess < 1_000; guess++) {
            guesses.add(signIn("evans", "guess " + guess).statusCode());
        }
        HttpResponse<String> right = signIn("evans", CHOSEN);
        HttpResponse<String> other = signIn("price", CHOSEN);

        // Then
        assertThat(guesses).containsOnly(422, 429);
        assertThat(guesses.stream().filter(status -> status == 422)).hasSizeBetween(5, 20);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValue("Retry-After")).isPresent();
        assertThat(other.statusCode()).isEqualTo(303);
    }

    @Test
    void letsNoBrowserKeepWhatIsPersonal() throws Exception {
        // Given
        String[] browser = browser(signIn("evans", CHOSEN));

        // When
        List<String> kept = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/hospitals/SIM-A",
                "/drops",
                "/drops/drop-SIM-A",
                "/account",
                "/sign-in",
                "/nowhere",
                "/api/v1/hospitals",
                "/api/v1/drops")) {
            HttpResponse<String> answer = get(path, browser);
            if (!answer.headers().firstValue("Cache-Control").equals(Optional.of("no-store"))) {
                kept.add(path + " " + answer.headers().firstValue("Cache-Control"));
            }
        }

        // Then
        assertThat(kept).isEmpty();
    }

    @Test
    void hasAPasswordThatWasGivenChangedBeforeAnythingElse() throws Exception {
        // Given
        access.write(evans().setPassword(people.passwords.hashed(GIVEN))
                .setFirstUntil(Instant.now().plusSeconds(600))
                .build());
        HttpResponse<String> signedIn = signIn("evans", GIVEN);
        String[] browser = browser(signedIn);

        // When
        HttpResponse<String> overview = get("/", browser);
        HttpResponse<String> figures = get("/api/v1/hospitals", browser);
        HttpResponse<String> account = get("/account", browser);
        HttpResponse<String> weak = choose(browser, seal(account), GIVEN, "short");
        HttpResponse<String> chosen = choose(browser, seal(account), GIVEN, CHOSEN);
        HttpResponse<String> old = signIn("evans", GIVEN);

        // Then
        assertThat(location(signedIn)).isEqualTo("/account");
        assertThat(location(overview)).isEqualTo("/account");
        assertThat(figures.statusCode()).isEqualTo(404);
        assertThat(account.body()).contains("Your password was given to you");
        assertThat(weak.body()).contains("at least 12 characters");
        assertThat(location(chosen)).isEqualTo("/");
        assertThat(get("/", browser(chosen)).statusCode()).isEqualTo(200);
        assertThat(get("/", browser).statusCode()).isEqualTo(303);
        assertThat(old.statusCode()).isEqualTo(422);
    }

    private HttpResponse<String> choose(String[] browser, String seal, String old, String chosen)
            throws IOException, InterruptedException {
        return post("/account", Map.of("seal", seal, "old", old, "new", chosen, "again", chosen), browser);
    }

    @Test
    void actsUnderTheNameOfWhoeverIsSignedIn() throws Exception {
        // Given
        String[] browser = browser(signIn("evans", CHOSEN));
        HttpResponse<String> drop = get("/drops/drop-SIM-A", browser);

        // When
        HttpResponse<String> unsealed =
                post("/drops/drop-SIM-A", Map.of("kind", "ACKNOWLEDGED", "who", "Dr Rees"), browser);
        HttpResponse<String> sealed = post(
                "/drops/drop-SIM-A", Map.of("kind", "ACKNOWLEDGED", "who", "Dr Rees", "seal", seal(drop)), browser);

        // Then
        assertThat(drop.body()).contains("You act as Called evans (evans)").doesNotContain("it does not check who");
        assertThat(List.of(unsealed.statusCode(), sealed.statusCode())).containsExactly(403, 303);
        assertThat(page.actions.written()).extracting(act -> act.getWho()).containsExactly("Called evans (evans)");
    }

    @Test
    void takesNoNameFromProgramsThatSomebodyIsSignedInWith() throws Exception {
        // Given
        String[] browser = browser(signIn("evans", CHOSEN));

        // When
        int another = act(browser, "{\"kind\": \"ACKNOWLEDGED\", \"who\": \"Dr Rees\"}");
        int own = act(browser, "{\"kind\": \"ACKNOWLEDGED\"}");

        // Then
        assertThat(List.of(another, own)).containsExactly(400, 201);
        assertThat(page.actions.written()).extracting(act -> act.getWho()).containsExactly("Called evans (evans)");
    }

    @Test
    void hasADropGivenToThoseAloneWhoMaySeeIt() throws Exception {
        // Given
        access.write(somebody("rees", Role.WARD, "SIM-A|").build());
        access.write(somebody("jones", Role.LEAD, "SIM-B|").build());
        access.write(somebody("ops", Role.ENGINEER).build());
        access.write(somebody("gone", Role.LEAD, "SIM-A|")
                .setState(AccountState.LOCKED)
                .build());
        String[] browser = browser(signIn("evans", CHOSEN));
        HttpResponse<String> drop = get("/drops/drop-SIM-A", browser);

        // When
        List<String> offered = Parsed.page(drop.body()).attributes("select[name=assignee] option", "value");
        List<Integer> statuses = new ArrayList<>();
        for (String who : List.of("Called jones (jones)", "Called gone (gone)", "Ward W2", "Called rees (rees)")) {
            statuses.add(
                    post("/drops/drop-SIM-A", Map.of("kind", "ASSIGNED", "assignee", who, "seal", seal(drop)), browser)
                            .statusCode());
            statuses.add(act(browser, "{\"kind\": \"ASSIGNED\", \"assignee\": \"" + who + "\"}"));
        }

        // Then
        assertThat(offered).containsExactly("", "Called evans (evans)", "Called rees (rees)");
        assertThat(statuses).containsExactly(422, 400, 422, 400, 422, 400, 303, 201);
        assertThat(page.actions.written())
                .extracting(act -> act.getAssignee())
                .containsExactly("Called rees (rees)", "Called rees (rees)");
    }

    private int act(String[] browser, String json) throws IOException, InterruptedException {
        return send(
                        HttpRequest.newBuilder(URI.create(page.address("/api/v1/drops/drop-SIM-A/actions")))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json)),
                        browser)
                .statusCode();
    }

    @Test
    void signsOutFromAPageOfItsOwnAlone() throws Exception {
        // Given
        String[] browser = browser(signIn("evans", CHOSEN));
        String seal = seal(get("/account", browser));

        // When
        int elsewhere = post("/sign-out", Map.of("seal", "guessed"), browser).statusCode();
        int still = get("/", browser).statusCode();
        HttpResponse<String> out = post("/sign-out", Map.of("seal", seal), browser);
        int after = get("/", browser).statusCode();

        // Then
        assertThat(List.of(elsewhere, still, out.statusCode(), after)).containsExactly(403, 200, 303, 303);
        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("heed-session=;")
                .contains("Expires=Thu, 01 Jan 1970");
    }

    @Test
    void leadsNowhereElseAfterwards() throws Exception {
        // When
        List<String> led = List.of(
                location(post("/sign-in", Map.of("name", "evans", "password", CHOSEN, "to", "//evil.example"))),
                location(post("/sign-in", Map.of("name", "evans", "password", CHOSEN, "to", "https://evil.example"))),
                location(post("/sign-in", Map.of("name", "evans", "password", CHOSEN, "to", "/\\evil.example"))),
                location(post("/sign-in", Map.of("name", "evans", "password", CHOSEN, "to", "/drops"))));

        // Then
        assertThat(led).containsExactly("/", "/", "/", "/drops");
    }

    @Test
    void takesNoSignInFromAPageElsewhere() throws Exception {
        // When
        HttpResponse<String> answer =
                post("/sign-in", Map.of("name", "evans", "password", CHOSEN), "Origin", "https://evil.example");

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void endsTheEventsOfWhoeverIsLockedOut() throws Exception {
        // Given
        String[] browser = browser(signIn("evans", CHOSEN));
        HttpResponse<InputStream> stream = client.send(
                HttpRequest.newBuilder(URI.create(page.address("/events")))
                        .headers(browser)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());

        // When
        access.write(evans().setState(AccountState.LOCKED).build());
        String told = new String(stream.body().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(told).contains("event: alive").doesNotContain("SIM-B");
        assertThat(get("/", browser).statusCode()).isEqualTo(303);
    }
}

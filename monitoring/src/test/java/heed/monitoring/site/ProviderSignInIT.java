package heed.monitoring.site;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jwt.JWTClaimsSet;
import heed.monitoring.Simulated;
import heed.monitoring.access.AccessInMemory;
import heed.monitoring.access.EntryRules;
import heed.monitoring.access.provider.ProviderFixture;
import heed.monitoring.html.Parsed;
import heed.monitoring.web.FormBody;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.record.RecordCopy;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Signs people in by a provider that signs what a test tells it to, as their browsers do, by HTTP alone. */
class ProviderSignInIT {

    private static final URI PUBLIC = URI.create("https://heed.example");

    private final ProviderFixture provider;
    private final AccessInMemory access;
    private final PageFixture page;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger log = (Logger) LoggerFactory.getLogger("heed.monitoring");

    ProviderSignInIT() throws IOException {
        provider = new ProviderFixture();
        var people = new SignInFixture(EntryRules.by(provider.issuer().toString()));
        access = people.access;
        page = new PageFixture(people.viewers(), people.by(provider.settings(PUBLIC)));
    }

    @BeforeEach
    void fill() {
        logged.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(logged);
        for (String hospital : List.of("SIM-A", "SIM-B")) {
            page.model.put(aDay(Simulated.TODAY).at(hospital).positive(60, 100));
            page.model.put(aDrop().id("drop-" + hospital).at(hospital).open());
        }
        page.model.publish();
    }

    @AfterEach
    void close() {
        log.detachAppender(logged);
        page.close();
        provider.close();
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(page.address(path))).header("Accept", "text/html"), headers);
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

    /** A browser that was sent to the provider. */
    private record Asked(String cookie, Map<String, String> sent) {

        String state() {
            return sent.get("state");
        }

        String nonce() {
            return sent.get("nonce");
        }
    }

    private Asked ask(String to) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/sign-in" + to);
        URI asked = URI.create(answer.headers().firstValue("Location").orElseThrow());
        return new Asked(cookie(answer, "heed-sign-in"), FormBody.fields(asked.getRawQuery()));
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(0, each.indexOf(';')))
                .findFirst()
                .orElse("");
    }

    private HttpResponse<String> back(Asked asked, String token) throws IOException, InterruptedException {
        return back(asked, asked.state(), provider.code(asked.sent().get("code_challenge"), token));
    }

    private HttpResponse<String> back(Asked asked, String state, String code) throws IOException, InterruptedException {
        return get("/sign-in/provider?code=" + code + "&state=" + state, "Cookie", asked.cookie());
    }

    private String price(Asked asked) throws Exception {
        return provider.signed(provider.price(asked.nonce()).build());
    }

    /** Returns what Dr Price's browser sends along from now on. */
    private String[] signIn() throws Exception {
        Asked asked = ask("");
        return new String[] {"Cookie", cookie(back(asked, price(asked)), "heed-session")};
    }

    private List<Account> accounts() {
        return List.copyOf(access.accounts());
    }

    @Test
    void asksTheProviderWithWhatOnlyThisBrowserCanBringBack() throws Exception {
        // When
        HttpResponse<String> answer = get("/sign-in");

        // Then
        URI asked = URI.create(answer.headers().firstValue("Location").orElseThrow());
        Map<String, String> sent = FormBody.fields(asked.getRawQuery());
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(asked.toString()).startsWith(provider.issuer() + "/authorize?");
        assertThat(sent)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "heed")
                .containsEntry("redirect_uri", "https://heed.example/sign-in/provider")
                .containsEntry("scope", "openid profile")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("heed-sign-in=[A-Za-z0-9_-]+; Path=/sign-in; Expires=[^;]+; Max-Age=600; Secure; HttpOnly;"
                        + " SameSite=Lax")
                .doesNotContain(sent.get("state"));
    }

    @Test
    void showsThePersonTheirHospitalAloneAndHasThemActUnderTheirName() throws Exception {
        // Given
        Asked asked = ask("?to=%2Fhospitals%2FSIM-A");

        // When
        HttpResponse<String> back = back(asked, price(asked));
        String[] browser = {"Cookie", cookie(back, "heed-session")};
        HttpResponse<String> overview = get("/", browser);
        int other = get("/hospitals/SIM-B", browser).statusCode();
        String drop = get("/drops/drop-SIM-A", browser).body();
        int acted = post(
                        "/drops/drop-SIM-A",
                        Map.of(
                                "kind",
                                "ACKNOWLEDGED",
                                "seal",
                                Parsed.page(drop)
                                        .attributes("input[name=seal]", "value")
                                        .get(0)),
                        browser)
                .statusCode();

        // Then
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.headers().firstValue("Location")).contains("/hospitals/SIM-A");
        assertThat(cookie(back, "heed-sign-in")).isEqualTo("heed-sign-in=");
        assertThat(overview.body()).contains("SIM-A", "Dr Price (m.price)").doesNotContain("SIM-B");
        assertThat(List.of(other, acted)).containsExactly(404, 303);
        assertThat(page.actions.written()).extracting(act -> act.getWho()).containsExactly("Dr Price (m.price)");
        assertThat(get("/account", browser).body()).contains("lead of SIM-A").doesNotContain("type=\"password\"");
    }

    @Test
    void refusesEveryTokenThatIsNotForThis() throws Exception {
        // Given
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        var marked = Date.from(Instant.now().minusSeconds(3_600));

        // When
        for (String what : List.of(
                "audience",
                "expired",
                "ahead",
                "issuer",
                "nonce",
                "no nonce",
                "unsigned",
                "secret",
                "another",
                "none")) {
            Asked asked = ask("");
            JWTClaimsSet.Builder claims = provider.price(asked.nonce());
            String token =
                    switch (what) {
                        case "audience" ->
                            provider.signed(claims.audience("another").build());
                        case "expired" ->
                            provider.signed(claims.issueTime(marked)
                                    .expirationTime(Date.from(Instant.now().minusSeconds(31)))
                                    .build());
                        case "ahead" ->
                            provider.signed(
                                    claims.issueTime(Date.from(Instant.now().plusSeconds(120)))
                                            .build());
                        case "issuer" ->
                            provider.signed(
                                    claims.issuer("https://evil.example").build());
                        case "nonce" ->
                            provider.signed(claims.claim("nonce", "another").build());
                        case "no nonce" ->
                            provider.signed(claims.claim("nonce", null).build());
                        case "unsigned" -> {
                            String signed = provider.signed(claims.build());
                            yield signed.substring(0, signed.lastIndexOf('.') + 1);
                        }
                        case "secret" -> ProviderFixture.signedWithTheSecret(claims.build());
                        case "another" -> provider.signedByAnother(claims.build());
                        default -> ProviderFixture.unsigned(claims.build());
                    };
            answers.put(what, back(asked, token));
        }

        // Then
        assertThat(answers).allSatisfy((what, answer) -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(cookie(answer, "heed-session")).isEmpty();
            assertThat(answer.body()).contains("Nobody was signed in").doesNotContain("Exception", "at heed.", "price");
        });
        assertThat(accounts()).isEmpty();
        assertThat(said()).isNotEmpty().noneMatch(line -> line.contains("price") || line.contains("eyJ"));
    }

    private List<String> said() {
        return logged.list.stream()
                .map(each -> each.getFormattedMessage() + each.getThrowableProxy())
                .toList();
    }

    @Test
    void takesATokenOfWhichOnlyTheClocksDiffer() throws Exception {
        // Given
        Asked asked = ask("");
        Instant late = Instant.now().minusSeconds(20);

        // When
        HttpResponse<String> answer = back(
                asked,
                provider.signed(provider.price(asked.nonce())
                        .issueTime(Date.from(late.minusSeconds(60)))
                        .expirationTime(Date.from(late))
                        .build()));

        // Then
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(cookie(answer, "heed-session")).isNotEmpty();
    }

    @Test
    void refusesWhatAnotherBrowserOrAnotherAttemptBringsBackAndWhatComesTwice() throws Exception {
        // Given
        Asked first = ask("");
        Asked second = ask("");
        String code = provider.code(first.sent().get("code_challenge"), price(first));

        // When
        List<Integer> statuses = List.of(
                back(first, "changed", code).statusCode(),
                back(second, first.state(), code).statusCode(),
                get("/sign-in/provider?code=" + code + "&state=" + first.state())
                        .statusCode(),
                get("/sign-in/provider?code=" + code + "&state=" + first.state(), "Cookie", first.cookie() + "A")
                        .statusCode(),
                get(
                                "/sign-in/provider?iss=https%3A%2F%2Fevil.example&code=" + code + "&state="
                                        + first.state(),
                                "Cookie",
                                first.cookie())
                        .statusCode(),
                get("/sign-in/provider?error=access_denied&state=" + second.state(), "Cookie", second.cookie())
                        .statusCode(),
                get("/sign-in/provider", "Cookie", first.cookie()).statusCode(),
                back(first, first.state(), code).statusCode(),
                back(first, first.state(), code).statusCode(),
                back(second, second.state(), code).statusCode());

        // Then
        assertThat(statuses).containsExactly(400, 400, 400, 400, 400, 400, 400, 303, 400, 400);
    }

    @Test
    void tellsWhoeverHasNoRoleHowToGetOneAndTakesRightsThatAreGone() throws Exception {
        // Given
        String[] browser = signIn();
        Asked asked = ask("");
        int before = get("/hospitals/SIM-A", browser).statusCode();

        // When
        HttpResponse<String> denied = back(
                asked,
                provider.signed(provider.price(asked.nonce())
                        .claim("roles", List.of("something"))
                        .build()));

        // Then
        assertThat(before).isEqualTo(200);
        assertThat(denied.statusCode()).isEqualTo(403);
        assertThat(denied.body()).contains("does not say that you may use Heed").doesNotContain("SIM-A", "heed-lead");
        assertThat(cookie(denied, "heed-session")).isEmpty();
        assertThat(get("/hospitals/SIM-A", browser).statusCode()).isEqualTo(303);
    }

    @Test
    void hasRightsThatChangedAtTheProviderHoldInEverySession() throws Exception {
        // Given
        String[] browser = signIn();
        Asked asked = ask("");

        // When
        back(
                asked,
                provider.signed(provider.price(asked.nonce())
                        .claim("hospitals", List.of("SIM-B"))
                        .build()));

        // Then
        assertThat(get("/hospitals/SIM-A", browser).statusCode()).isEqualTo(404);
        assertThat(get("/hospitals/SIM-B", browser).statusCode()).isEqualTo(200);
        assertThat(accounts()).hasSize(1);
    }

    @Test
    void letsNobodyInWhoIsLockedHere() throws Exception {
        // Given
        String[] browser = signIn();
        access.write(RecordCopy.of(accounts().get(0), Account.newBuilder())
                .setState(AccountState.LOCKED)
                .build());
        Asked asked = ask("");

        // When
        HttpResponse<String> again = back(asked, price(asked));

        // Then
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(get("/", browser).statusCode()).isEqualTo(303);
        assertThat(accounts()).extracting(Account::getState).containsExactly(AccountState.LOCKED);
    }

    @Test
    void endsSessionsThatTheProviderSaysAreOver() throws Exception {
        // Given
        String[] browser = signIn();
        List<Integer> statuses = new java.util.ArrayList<>();

        // When
        for (String token : List.of(
                provider.loggedOut(claims -> claims.audience("another")),
                provider.loggedOut(claims -> claims.claim("events", null)),
                provider.loggedOut(claims -> claims.claim("nonce", "n")),
                provider.loggedOut(
                        claims -> claims.issueTime(Date.from(Instant.now().minusSeconds(700)))),
                provider.loggedOut(
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(31)))),
                provider.loggedOut(claims -> claims.claim("sid", "there-2")),
                "nothing")) {
            statuses.add(
                    post("/sign-out/provider", Map.of("logout_token", token)).statusCode());
        }
        int still = get("/", browser).statusCode();
        int ended = post("/sign-out/provider", Map.of("logout_token", provider.loggedOut(claims -> claims)))
                .statusCode();
        int after = get("/", browser).statusCode();

        // Then
        assertThat(statuses).containsExactly(400, 400, 400, 400, 400, 200, 400);
        assertThat(List.of(still, ended, after)).containsExactly(200, 200, 303);
    }

    @Test
    void endsAllSessionsOfSomebodyWhereTheProviderNamesNone() throws Exception {
        // Given
        String[] browser = signIn();

        // When
        int ended = post(
                        "/sign-out/provider",
                        Map.of("logout_token", provider.loggedOut(claims -> claims.claim("sid", null))))
                .statusCode();

        // Then
        assertThat(ended).isEqualTo(200);
        assertThat(get("/", browser).statusCode()).isEqualTo(303);
        assertThat(signIn()[1]).isNotEmpty();
    }

    @Test
    void signsOutAtTheProviderTooAndKeepsItsTokenFromWhoeverReadsTheTopic() throws Exception {
        // Given
        Asked asked = ask("");
        String token = price(asked);
        String[] browser = {"Cookie", cookie(back(asked, token), "heed-session")};
        String seal = Parsed.page(get("/account", browser).body())
                .attributes("input[name=seal]", "value")
                .get(0);
        String kept = access.sessions().toString();

        // When
        HttpResponse<String> out = post("/sign-out", Map.of("seal", seal), browser);

        // Then
        String refresh = out.headers().firstValue("Refresh").orElseThrow();
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(refresh).startsWith("0; url=" + provider.issuer() + "/leave?");
        assertThat(FormBody.fields(
                        URI.create(refresh.substring("0; url=".length())).getRawQuery()))
                .containsEntry("id_token_hint", token)
                .containsEntry("client_id", "heed")
                .containsEntry("post_logout_redirect_uri", "https://heed.example/signed-out");
        assertThat(kept)
                .contains("logout_hint")
                .doesNotContain(token, token.substring(0, token.indexOf('.')), "there-1");
        assertThat(get("/", browser).statusCode()).isEqualTo(303);
        assertThat(get("/signed-out").body()).contains("You are signed out of Heed");
    }

    @Test
    void takesTheProvidersNewKey() throws Exception {
        // Given
        signIn();
        provider.rotate();

        // When
        String[] browser = signIn();

        // Then
        assertThat(get("/", browser).statusCode()).isEqualTo(200);
    }

    @Test
    void saysThatTheProviderDoesNotAnswerWhileSessionsGoOn() throws Exception {
        // Given
        String[] browser = signIn();
        Asked asked = ask("");
        String token = price(asked);
        provider.close();

        // When
        HttpResponse<String> back = back(asked, token);
        int going = get("/", browser).statusCode();

        // Then
        assertThat(back.statusCode()).isEqualTo(503);
        assertThat(back.body()).contains("sign-in does not answer").doesNotContain("Nid yw system");
        assertThat(going).isEqualTo(200);
    }
}

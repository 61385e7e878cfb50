package heed.monitoring.site;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.SettableClock;
import heed.monitoring.Simulated;
import heed.monitoring.access.AccessInMemory;
import heed.monitoring.access.AccessWriter;
import heed.monitoring.access.Audit;
import heed.monitoring.access.AuthenticatorApp;
import heed.monitoring.access.EntryRules;
import heed.monitoring.access.Passwords;
import heed.monitoring.access.SessionLife;
import heed.monitoring.access.Sessions;
import heed.monitoring.html.Parsed;
import heed.monitoring.page.access.SignInRoutes;
import heed.monitoring.web.AuditedViewers;
import heed.monitoring.web.SessionViewers;
import heed.schemas.Account;
import heed.schemas.AuditEntry;
import heed.schemas.Session;
import heed.schemas.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signs people in with a second factor as their browsers do, by HTTP alone, and attacks it. */
class SecondFactorIT {

    private static final String PASSWORD = "chosen by myself";
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(30);

    private final AccessInMemory access = new AccessInMemory();
    private final SettableClock clock = new SettableClock(NOON);
    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords = new Passwords(random);
    private final List<AuditEntry> told = new CopyOnWriteArrayList<>();
    private final Faltering writer = new Faltering();
    private final Sessions sessions = new Sessions(
            access.book,
            writer,
            new SessionLife(Duration.ofMinutes(30), Duration.ofHours(12)),
            random,
            clock,
            new EntryRules(Optional.empty(), Set.of(Role.ANALYST)));
    private final PageFixture page = new PageFixture(
            new AuditedViewers(new SessionViewers(sessions), new Audit(told::add, clock)),
            models -> List.of(new SignInRoutes(access.parts(passwords, sessions, clock), models)));
    private final HttpClient client = HttpClient.newHttpClient();

    /** Keeps everything, but for sessions while it falters. */
    private final class Faltering implements AccessWriter {

        private boolean falters;

        @Override
        public CompletionStage<Void> write(Account account) {
            return access.write(account);
        }

        @Override
        public CompletionStage<Void> write(Session session) {
            return falters
                    ? CompletableFuture.failedFuture(new IllegalStateException("no broker"))
                    : access.write(session);
        }

        @Override
        public CompletionStage<Void> end(String sessionId) {
            return access.end(sessionId);
        }
    }

    @BeforeEach
    void fill() {
        Simulated.scores(page.model);
        add("evans", Role.LEAD);
        add("price", Role.LEAD);
        add("rees", Role.ANALYST);
    }

    private void add(String name, Role role) {
        access.write(somebody(name, role, "SIM-A|")
                .setPassword(passwords.hashed(PASSWORD))
                .build());
    }

    @AfterEach
    void close() {
        page.close();
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(page.address(path))).header("Accept", "text/html"), cookie);
    }

    private HttpResponse<String> post(String path, String cookie, Map<String, String> fields)
            throws IOException, InterruptedException {
        String body = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(URI.create(page.address(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String cookie)
            throws IOException, InterruptedException {
        return client.send(request.header("Cookie", cookie).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> password(String name, String password) throws IOException, InterruptedException {
        return post("/sign-in", "", Map.of("name", name, "password", password, "to", "/drops"));
    }

    private HttpResponse<String> code(String cookie, String code) throws IOException, InterruptedException {
        return post("/sign-in/code", cookie, Map.of("code", code));
    }

    /** Returns what a browser sends along from now on: the last cookie that it was given. */
    private static String cookie(HttpResponse<String> answer) {
        List<String> given = answer.headers().allValues("Set-Cookie");
        return given.get(given.size() - 1).split(";", -1)[0];
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String field(HttpResponse<String> answer, String name) {
        return Parsed.page(answer.body())
                .attributes("input[name=" + name + "]", "value")
                .get(0);
    }

    private static AuthenticatorApp app(HttpResponse<String> shown) {
        return new AuthenticatorApp(Parsed.page(shown.body()).texts("#key").get(0));
    }

    /** Returns the answer to turning it on with what a page showed. */
    private HttpResponse<String> turnOn(String cookie, HttpResponse<String> shown, String password, String code)
            throws IOException, InterruptedException {
        return post(
                "/account/second-factor",
                cookie,
                Map.of(
                        "seal",
                        field(shown, "seal"),
                        "offer",
                        field(shown, "offer"),
                        "password",
                        password,
                        "code",
                        code));
    }

    /** Has somebody turn it on ten minutes before noon, and returns their app. */
    private AuthenticatorApp enrolled(String name) throws IOException, InterruptedException {
        clock.set(NOON.minusSeconds(600));
        String browser = cookie(password(name, PASSWORD));
        HttpResponse<String> shown = get("/account/second-factor", browser);
        AuthenticatorApp app = app(shown);
        turnOn(browser, shown, PASSWORD, app.code(clock.instant()));
        clock.set(NOON);
        return app;
    }

    private List<String> kinds() {
        return told.stream().map(each -> each.getWho() + " " + each.getKind()).toList();
    }

    @Test
    void asksForACodeOnceThePasswordWasRightAndLeadsOnWhereThePersonWanted() throws Exception {
        // Given
        AuthenticatorApp evans = enrolled("evans");
        told.clear();

        // When
        HttpResponse<String> first = password("evans", PASSWORD);
        HttpResponse<String> half = get("/drops", cookie(first));
        HttpResponse<String> asked = get(location(first), cookie(first));
        HttpResponse<String> in = code(cookie(first), evans.code(NOON));
        HttpResponse<String> drops = get(location(in), cookie(in));

        // Then
        assertThat(first.headers().allValues("Set-Cookie")).hasSize(1);
        assertThat(first.headers().firstValue("Set-Cookie").orElseThrow())
                .startsWith("heed-second-step=")
                .contains("Path=/sign-in", "Max-Age=300", "Secure", "HttpOnly", "SameSite=Strict")
                .doesNotContain("evans");
        assertThat(location(first)).isEqualTo("/sign-in/code");
        assertThat(location(half)).isEqualTo("/sign-in?to=%2Fdrops");
        assertThat(asked.body()).contains("One more step", "one-time-code");
        assertThat(asked.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(location(in)).isEqualTo("/drops");
        assertThat(in.headers().allValues("Set-Cookie").get(0)).startsWith("heed-second-step=;");
        assertThat(drops.statusCode()).isEqualTo(200);
        assertThat(kinds()).containsExactly("evans CODE_ASKED", "evans SIGNED_IN");
    }

    @Test
    void showsTheRecoveryCodesAndNotesItAlsoWhereNoSessionCouldBegin() throws Exception {
        // Given
        String browser = cookie(password("evans", PASSWORD));
        HttpResponse<String> shown = get("/account/second-factor", browser);
        told.clear();
        writer.falters = true;

        // When
        HttpResponse<String> on = turnOn(browser, shown, PASSWORD, app(shown).code(NOON));

        // Then
        assertThat(Parsed.page(on.body()).texts("ul.codes li")).hasSize(10);
        assertThat(on.body()).contains("sign in again");
        assertThat(cookie(on)).isEqualTo("heed-session=");
        assertThat(kinds()).containsExactly("evans SECOND_FACTOR_ON");
    }

    @Test
    void leadsWhoeverHasAFirstPasswordToChooseTheirOwnBeforeASecondFactor() throws Exception {
        // Given
        String own = cookie(password("price", PASSWORD));
        HttpResponse<String> shown = get("/account/second-factor", own);
        access.write(somebody("price", Role.LEAD, "SIM-A|")
                .setPassword(passwords.hashed(PASSWORD))
                .setFirstUntil(NOON.plus(Duration.ofDays(7)))
                .build());

        // When
        HttpResponse<String> first = get("/account/second-factor", own);
        HttpResponse<String> sent = turnOn(own, shown, PASSWORD, app(shown).code(NOON));

        // Then
        assertThat(List.of(location(first), location(sent))).containsOnly("/account");
        assertThat(kinds()).doesNotContain("price SECOND_FACTOR_ON");
    }

    @Test
    void saysNothingOfASecondFactorToWhoeverHasNotThePassword() throws Exception {
        // Given
        enrolled("evans");

        // When
        HttpResponse<String> with = password("evans", "chosen by another");
        HttpResponse<String> without = password("price", "chosen by another");
        HttpResponse<String> unknown = password("nobody", "chosen by another");

        // Then
        assertThat(with.statusCode()).isEqualTo(422);
        assertThat(with.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(with.body())
                .isEqualTo(without.body().replace("price", "evans"))
                .isEqualTo(unknown.body().replace("nobody", "evans"));
    }

    @Test
    void letsNobodyInByACodeThatIsUsedOrAnothersOrWithoutThePassword() throws Exception {
        // Given
        AuthenticatorApp evans = enrolled("evans");
        AuthenticatorApp price = enrolled("price");
        String ticket = cookie(password("evans", PASSWORD));
        String used = evans.code(NOON);
        code(ticket, used);
        told.clear();

        // When
        List<HttpResponse<String>> answers = List.of(
                code(ticket, used),
                code(ticket, price.code(NOON)),
                code("heed-second-step=" + ticket.substring(20), evans.code(NOON.plus(STEP))),
                code("heed-session=" + ticket.substring(17), evans.code(NOON.plus(STEP))),
                code("", evans.code(NOON.plus(STEP))),
                post("/sign-in", "", Map.of("name", "evans", "code", evans.code(NOON.plus(STEP)))));
        HttpResponse<String> asSession = get("/drops", "heed-session=" + ticket.substring(17));

        // Then
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(422);
        assertThat(answers)
                .allMatch(each -> each.headers().firstValue("Set-Cookie").isEmpty());
        assertThat(location(asSession)).startsWith("/sign-in");
        assertThat(kinds()).containsExactly("evans CODE_REFUSED", "evans SIGN_IN_REFUSED");
    }

    @Test
    void slowsDownAThousandGuessesAtTheCode() throws Exception {
        // Given
        AuthenticatorApp evans = enrolled("evans");
        String ticket = cookie(password("evans", PASSWORD));

        // When
        List<Integer> guesses = new ArrayList<>();
        for (int guess = 0; guess < 1_000; guess++) {
            guesses.add(code(ticket, "%06d".formatted(guess)).statusCode());
        }
        HttpResponse<String> right = code(ticket, evans.code(NOON));
        HttpResponse<String> again = password("evans", PASSWORD);
        HttpResponse<String> other = password("price", PASSWORD);

        // Then
        assertThat(guesses).containsOnly(422, 429);
        assertThat(guesses.stream().filter(status -> status == 422)).hasSize(5);
        assertThat(right.statusCode()).isEqualTo(429);
        assertThat(right.headers().firstValue("Retry-After")).isPresent();
        assertThat(again.statusCode()).isEqualTo(429);
        assertThat(location(other)).isEqualTo("/drops");
    }

    @Test
    void takesNoFormFromAPageElsewhere() throws Exception {
        // Given
        AuthenticatorApp evans = enrolled("evans");
        String ticket = cookie(password("evans", PASSWORD));
        String price = cookie(password("price", PASSWORD));
        HttpResponse<String> shown = get("/account/second-factor", price);

        // When
        HttpResponse<String> code = client.send(
                HttpRequest.newBuilder(URI.create(page.address("/sign-in/code")))
                        .headers(
                                "Cookie", ticket,
                                "Origin", "https://evil.example",
                                "Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("code=" + evans.code(NOON)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> on = post(
                "/account/second-factor",
                price,
                Map.of(
                        "seal",
                        "guessed",
                        "offer",
                        field(shown, "offer"),
                        "password",
                        PASSWORD,
                        "code",
                        app(shown).code(NOON)));
        HttpResponse<String> off = post("/account/second-factor/off", price, Map.of("password", PASSWORD));

        // Then
        assertThat(List.of(code.statusCode(), on.statusCode(), off.statusCode()))
                .containsOnly(403);
        assertThat(get(location(password("price", PASSWORD)), price).statusCode())
                .isEqualTo(200);
    }

    @Test
    void turnsItOnAndOffAndKeepsAccountOfItWithoutAnySecret() throws Exception {
        // Given
        clock.set(NOON.minusSeconds(1));
        String browser = cookie(password("evans", PASSWORD));
        HttpResponse<String> shown = get("/account/second-factor", browser);
        AuthenticatorApp app = app(shown);
        told.clear();
        clock.set(NOON);

        // When
        HttpResponse<String> wrong = turnOn(browser, shown, PASSWORD, "000000");
        HttpResponse<String> on = turnOn(browser, wrong, PASSWORD, app.code(NOON));
        HttpResponse<String> before = get("/drops", browser);
        HttpResponse<String> now = get("/account/second-factor", cookie(on));
        HttpResponse<String> replayed = post(
                "/account/second-factor/off",
                cookie(on),
                Map.of("seal", field(now, "seal"), "password", PASSWORD, "code", app.code(NOON)));
        List<String> recovery = Parsed.page(on.body()).texts(".codes code");
        HttpResponse<String> off = post(
                "/account/second-factor/off",
                cookie(on),
                Map.of("seal", field(now, "seal"), "password", PASSWORD, "code", recovery.get(0)));

        // Then
        assertThat(shown.body()).contains("Second factor").doesNotContain("Ail ffactor");
        assertThat(Parsed.page(shown.body()).count(".qr svg[role=img]")).isOne();
        assertThat(app(wrong).code(NOON)).isEqualTo(app.code(NOON));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(recovery).hasSize(10);
        assertThat(location(before)).startsWith("/sign-in");
        assertThat(now.body()).contains("Recovery codes that are left: 10.").doesNotContain(recovery.get(0));
        assertThat(Parsed.page(now.body()).count(".qr, #key")).isZero();
        assertThat(replayed.statusCode()).isEqualTo(422);
        assertThat(location(off)).isEqualTo("/account");
        assertThat(location(password("evans", PASSWORD))).isEqualTo("/drops");
        assertThat(kinds())
                .containsExactly(
                        "evans CODE_REFUSED",
                        "evans SECOND_FACTOR_ON",
                        "evans RECOVERY_CODE_USED",
                        "evans SECOND_FACTOR_OFF");
        assertThat(told.toString()).doesNotContain(app.code(NOON), recovery.get(0), PASSWORD);
    }

    @Test
    void showsNothingBeforeTheSecondFactorThatARoleNeeds() throws Exception {
        // Given
        HttpResponse<String> signedIn = password("rees", PASSWORD);
        String browser = cookie(signedIn);

        // When
        HttpResponse<String> overview = get("/", browser);
        HttpResponse<String> figures = get("/api/v1/hospitals", browser);
        HttpResponse<String> shown = get("/account/second-factor", browser);
        HttpResponse<String> on = turnOn(browser, shown, PASSWORD, app(shown).code(NOON));
        HttpResponse<String> after = get("/", cookie(on));
        HttpResponse<String> own = get("/account/second-factor", cookie(on));
        HttpResponse<String> off = post(
                "/account/second-factor/off",
                cookie(on),
                Map.of(
                        "seal", field(own, "seal"),
                        "password", PASSWORD,
                        "code", app(shown).code(NOON.plus(STEP))));

        // Then
        assertThat(location(overview)).isEqualTo("/account/second-factor");
        assertThat(figures.statusCode()).isEqualTo(404);
        assertThat(shown.body()).contains("Set it up before you go on");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(location(off)).isEqualTo("/account/second-factor");
        assertThat(location(get("/", cookie(off)))).isEqualTo("/account/second-factor");
    }
}

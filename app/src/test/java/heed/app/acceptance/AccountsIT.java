package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.access.AuthenticatorApp;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An administrator adds somebody, and keys of programs, to a Heed that runs; they sign in, Heed is started anew, and
 * they are locked out.
 */
class AccountsIT {

    private static final Duration START = Duration.ofMinutes(2);
    private static final Map<String, String> SETTINGS =
            Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0", "HEED_ACCESS_PEOPLE", "accounts");

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    private HeedProcess heed;

    @AfterEach
    void endIt() {
        if (heed != null) {
            heed.close();
        }
    }

    @Test
    void letsInWhomAnAdministratorAddsOverARestartUntilTheyAreLocked() throws Exception {
        // Given
        up();

        // When
        int nobody = get("/").statusCode();
        String added = run("users", "add", "evans", "--called", "Sister Evans", "--role", "lead", "--at", "H1");
        Matcher password = Pattern.compile("only now: (\\S+)").matcher(added);
        String given = password.find() ? password.group(1) : "";
        String listed = run("users", "list");
        String cookie = cookie(Awaitility.await()
                .atMost(START)
                .until(
                        () -> post("/sign-in", Map.of("name", "evans", "password", given)),
                        each -> each.statusCode() == 303));
        String seal = get("/account", "Cookie", cookie)
                .body()
                .replaceAll("(?s).*name=\"seal\" value=\"([0-9a-f]+)\".*", "$1");
        HttpResponse<String> chosen = post(
                "/account",
                Map.of("seal", seal, "old", given, "new", "chosen by myself", "again", "chosen by myself"),
                "Cookie",
                cookie);
        String own = cookie(chosen);
        int before = get("/", "Cookie", own).statusCode();
        String page = get("/account/second-factor", "Cookie", own).body();
        var app = new AuthenticatorApp(find("id=\"key\">([A-Z2-7 ]+)<", page));
        Instant turnedOn = Instant.now();
        HttpResponse<String> on = post(
                "/account/second-factor",
                Map.of(
                        "seal", find("name=\"seal\" value=\"([^\"]+)", page),
                        "offer", find("name=\"offer\" value=\"([^\"]+)", page),
                        "password", "chosen by myself",
                        "code", app.code(turnedOn)),
                "Cookie",
                own);
        heed.interrupt();
        heed.awaitExit();
        up();
        int ended = get("/", "Cookie", own).statusCode();
        int after = get("/", "Cookie", cookie(on)).statusCode();
        HttpResponse<String> half = post("/sign-in", Map.of("name", "evans", "password", "chosen by myself"));
        int replayed = code(half, app.code(turnedOn));
        int fresh = code(half, app.code(Instant.now().plusSeconds(30)));
        String reset = run("users", "reset", "evans", "--second-factor");
        String again = cookie(Awaitility.await()
                .atMost(START)
                .until(
                        () -> post("/sign-in", Map.of("name", "evans", "password", "chosen by myself")),
                        each -> each.headers().firstValue("Location").orElse("").equals("/")));
        String locked = run("users", "lock", "evans");
        Awaitility.await().atMost(START).until(() -> get("/", "Cookie", again).statusCode() == 303);
        int lockedOut = post("/sign-in", Map.of("name", "evans", "password", "chosen by myself"))
                .statusCode();

        // Then
        assertThat(nobody).isEqualTo(303);
        assertThat(added).contains("Added evans, lead.");
        assertThat(listed)
                .contains("evans  lead  H1  active, first password until ")
                .doesNotContain("argon2");
        assertThat(List.of(before, ended, after, lockedOut)).containsExactly(200, 303, 200, 422);
        assertThat(half.headers().firstValue("Location")).contains("/sign-in/code");
        // A code is used up over a restart.
        assertThat(List.of(replayed, fresh)).containsExactly(422, 303);
        assertThat(reset).contains("Took the second factor of evans away");
        assertThat(heed.text()).doesNotContain(app.code(turnedOn), "sealed by another");
        assertThat(locked).contains("Locked evans");
    }

    @Test
    void startsWhereOthersReachItOnlyOnceSomebodyCouldSignIn() throws Exception {
        // When
        heed = HeedProcess.start(
                SETTINGS,
                "up",
                "--data",
                data.toString(),
                "--set",
                "page.host=0.0.0.0",
                "--set",
                "page.proxies=127.0.0.1");
        int code = heed.awaitExit();

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(heed.text()).contains("There are no accounts, so nobody could sign in at 0.0.0.0");
    }

    @Test
    void takesFromProgramsWhatTheirKeysAreGoodForUntilTheseAreRevoked() throws Exception {
        // Given
        up();
        String tablets = key(run("keys", "add", "tablets", "--for", "intake", "--at", "H1"));
        String scrape = key(run("keys", "add", "prometheus", "--for", "metrics", "--everywhere"));

        // When
        int without = send("H1", "none");
        Awaitility.await().atMost(START).until(() -> send("H1", tablets) == 202);
        int other = send("H2", tablets);
        Awaitility.await()
                .atMost(START)
                .until(() -> get("/metrics", "Authorization", scrape).statusCode() == 200);
        int figures = get("/api/v1/hospitals", "Authorization", scrape).statusCode();
        String beginning = tablets.substring("Bearer ".length(), "Bearer heed_in_".length() + 4);
        String revoked = run("keys", "revoke", beginning);
        Awaitility.await().atMost(START).until(() -> send("H1", tablets) == 401);
        String listed = run("keys", "list");

        // Then
        assertThat(List.of(without, other, figures)).containsExactly(401, 403, 404);
        assertThat(revoked).contains("Revoked " + beginning + "... of tablets.");
        assertThat(listed)
                .containsPattern(
                        "heed_metrics_.{4}\\.\\.\\.  prometheus  metrics  all hospitals  600 a minute  good  added ")
                .containsPattern(beginning + "\\.\\.\\.  tablets  intake  H1  600 a minute  revoked ");
        assertThat(listed + heed.text()).doesNotContain(tablets.substring("Bearer ".length()));
    }

    private static String key(String added) {
        Matcher key = Pattern.compile("only now: (\\S+)").matcher(added);
        return "Bearer " + (key.find() ? key.group(1) : added);
    }

    private int send(String hospital, String authorization) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(heed.address("intake"))
                .header("Content-Type", "application/json")
                .header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.ofString("{\"hospital\": \"" + hospital
                        + "\", \"questionnaire\": \"fft-2020\", \"given_at\": \"" + Instant.now()
                        + "\", \"answers\": {\"overall\": \"good\"}}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private void up() {
        heed = HeedProcess.start(SETTINGS, "up", "--data", data.toString());
        heed.await(line -> line.contains("Ctrl-C stops it"));
    }

    private String run(String... arguments) throws InterruptedException {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        try (HeedProcess command = HeedProcess.start(SETTINGS, all)) {
            command.awaitExit();
            return command.text();
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(page().resolve(path)).header("Accept", "text/html");
        return send(request, headers);
    }

    private HttpResponse<String> post(String path, Map<String, String> fields, String... headers) throws Exception {
        String body = fields.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(
                HttpRequest.newBuilder(page().resolve(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                headers);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int code(HttpResponse<String> half, String code) throws Exception {
        return post("/sign-in/code", Map.of("code", code), "Cookie", cookie(half))
                .statusCode();
    }

    private static String find(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group(1) : "";
    }

    private static String cookie(HttpResponse<String> answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private URI page() {
        return heed.address("page");
    }
}

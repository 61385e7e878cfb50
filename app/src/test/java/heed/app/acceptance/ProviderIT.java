package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.access.provider.ProviderFixture;
import heed.monitoring.web.FormBody;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody signs in to a Heed that runs, by a provider, and is locked out by an administrator. */
class ProviderIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> settings = new HashMap<>();

    @TempDir
    private Path data;

    private ProviderFixture provider;
    private HeedProcess heed;

    private void providerRuns() throws Exception {
        provider = new ProviderFixture();
        int port = freePort();
        settings.putAll(Map.of(
                "HEED_PAGE_PORT",
                Integer.toString(port),
                "HEED_INTAKE_PORT",
                "0",
                "HEED_ACCESS_PEOPLE",
                "provider",
                "HEED_PAGE_PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "HEED_PROVIDER_ISSUER",
                provider.issuer().toString(),
                "HEED_PROVIDER_CLIENT_ID",
                ProviderFixture.CLIENT,
                "HEED_PROVIDER_CLIENT_SECRET",
                ProviderFixture.SECRET,
                "HEED_PROVIDER_ROLES",
                "heed-lead=lead"));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @AfterEach
    void endIt() {
        if (heed != null) {
            heed.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void letsInWhomTheProviderVouchesForUntilTheyAreLocked() throws Exception {
        // Given
        providerRuns();
        heed = HeedProcess.start(settings, "up", "--data", data.toString());
        heed.await(line -> line.contains("Ctrl-C stops it"));

        // When
        HttpResponse<String> asked = get("/sign-in");
        Map<String, String> sent =
                FormBody.fields(URI.create(header(asked, "Location")).getRawQuery());
        String code = provider.code(sent.get("code_challenge"), provider.signedPrice(sent.get("nonce")));
        HttpResponse<String> back =
                get("/sign-in/provider?code=" + code + "&state=" + sent.get("state"), "Cookie", cookie(asked));
        String session = back.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith("heed-session="))
                .map(each -> each.substring(0, each.indexOf(';')))
                .findFirst()
                .orElseThrow();
        int in = get("/", "Cookie", session).statusCode();
        String listed = run("users", "list");
        String name = listed.replaceAll("(?s).*(p-[0-9a-f]{24}).*", "$1");
        String locked = run("users", "lock", name);
        Awaitility.await().atMost(SOON).until(() -> get("/", "Cookie", session).statusCode() == 303);
        String reset = run("users", "reset", name);
        String doctor = run("doctor");

        // Then
        assertThat(in).isEqualTo(200);
        assertThat(listed).contains("lead  SIM-A  active  Dr Price (m.price)").doesNotContain("price-0001");
        assertThat(locked).contains("Locked p-");
        assertThat(reset).contains("may sign in at the provider again").doesNotContain("password");
        assertThat(doctor).contains("provider " + provider.issuer() + " answers");
    }

    @Test
    void startsOnlyWithAProviderThatIsTheOneThatSettingsName() throws Exception {
        // Given
        providerRuns();
        provider.callItself("https://id.example");

        // When
        heed = HeedProcess.start(settings, "up", "--data", data.toString());
        int code = heed.awaitExit();

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(heed.text())
                .contains("calls itself https://id.example: set provider.issuer to that, letter by letter")
                .doesNotContain(ProviderFixture.SECRET);
    }

    private String run(String... arguments) throws InterruptedException {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        try (HeedProcess command = HeedProcess.start(settings, all)) {
            command.awaitExit();
            return command.text();
        }
    }

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(heed.address("page").resolve(path)).header("Accept", "text/html");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        String cookie = header(answer, "Set-Cookie");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }
}

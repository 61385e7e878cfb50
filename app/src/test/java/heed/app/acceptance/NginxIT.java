package heed.app.acceptance;

import static heed.monitoring.access.AccessInMemory.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.connectors.fhir.FhirMappings;
import heed.connectors.intake.IntakeConfig;
import heed.connectors.intake.IntakeObserver;
import heed.connectors.intake.IntakeParts;
import heed.connectors.intake.IntakeServer;
import heed.connectors.webhook.Webhooks;
import heed.monitoring.ScoreFixture;
import heed.monitoring.Simulated;
import heed.monitoring.site.PageFixture;
import heed.monitoring.site.SignInFixture;
import heed.schemas.access.Role;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.listen.CertificateFiles;
import heed.schemas.listen.CertificateFixture;
import heed.schemas.listen.ForwardedBy;
import heed.schemas.listen.Network;
import heed.schemas.listen.Proxies;
import heed.schemas.listen.Reach;
import heed.schemas.listen.RenewedCertificate;
import heed.schemas.questionnaire.Questionnaires;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Puts Debian's nginx in front of page and intake, set as docs/proxy/nginx.conf says, with TLS on both ways. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NginxIT {

    private static final Path EXAMPLE = Path.of("..", "docs", "proxy", "nginx.conf");
    private static final Proxies NGINX = new Proxies(List.of(Network.parse("127.0.0.1")), ForwardedBy.X_FORWARDED);
    private static final String PASSWORD = "chosen by myself";

    @TempDir
    private static Path directory;

    private final CertificateFixture authority = new CertificateFixture();
    private final SignInFixture people = new SignInFixture();
    private PageFixture page;
    private IntakeServer intake;
    private RenewedCertificate certificate;
    private Process nginx;
    private int port;

    @BeforeAll
    void start() throws Exception {
        Path inside = Files.createDirectory(directory.resolve("inside"));
        certificate = new RenewedCertificate("page", authority.write(inside, "heed.internal"), Clock.systemUTC());
        var reach = new Reach(Optional.of(certificate), NGINX);
        page = page(reach);
        intake = IntakeServer.start(
                new IntakeConfig(
                        "127.0.0.1",
                        0,
                        List.of("feedback.example"),
                        reach,
                        Duration.ofSeconds(5),
                        Duration.ofDays(45),
                        1,
                        1,
                        64),
                new IntakeParts(
                        Questionnaires.shipped(),
                        HospitalDirectory.empty(),
                        any -> true,
                        WithoutComments.writingTo((feedback, arrival) -> CompletableFuture.completedFuture(null)),
                        WithoutComments.reader(),
                        IntakeObserver.NONE,
                        Optional.empty(),
                        Webhooks.none(),
                        FhirMappings.none(),
                        Optional.empty(),
                        Clock.systemUTC(),
                        UUID::randomUUID));
        port = freePort();
        nginx = startNginx();
        await().until(() -> !nginx.isAlive() || answers());
        assertThat(nginx.isAlive())
                .as(Files.readString(directory.resolve("nginx.log")))
                .isTrue();
    }

    private boolean answers() {
        try (SSLSocket socket = connect("127.0.0.1", "heed.example")) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private PageFixture page(Reach reach) {
        people.access.write(somebody("evans", Role.LEAD, "SIM-A|")
                .setPassword(people.passwords.hashed(PASSWORD))
                .build());
        var fixture = new PageFixture(people.viewers(), people.byPassword(), reach);
        publish(fixture, 60);
        return fixture;
    }

    private static void publish(PageFixture fixture, int positive) {
        fixture.model.put(ScoreFixture.aDay(Simulated.TODAY).at("SIM-A").positive(positive, 100));
        fixture.model.publish();
    }

    private Process startNginx() throws IOException {
        Files.writeString(directory.resolve("ca.crt"), authority.authorityCertificate());
        CertificateFiles outside = authority.write(directory, "heed.example", "feedback.example");
        Files.move(outside.certificate(), directory.resolve("heed.example.crt"));
        Files.move(outside.key(), directory.resolve("heed.example.key"));
        String example = Files.readString(EXAMPLE)
                .replace("listen 443 ssl", "listen 127.0.0.1:" + port + " ssl")
                .replace("/etc/ssl/heed", directory.toString())
                .replace("127.0.0.1:8080", URI.create(page.address("/")).getAuthority())
                .replace("127.0.0.1:8081", URI.create(intake.url()).getAuthority())
                .replace("worker_processes auto;", "worker_processes 1;")
                .replace(
                        "http {",
                        "http {\n    access_log off;\n"
                                + temporary("client_body", "proxy", "fastcgi", "uwsgi", "scgi"));
        Path file = Files.writeString(directory.resolve("nginx.conf"), example);
        return new ProcessBuilder(
                        Files.isExecutable(Path.of("/usr/sbin/nginx")) ? "/usr/sbin/nginx" : "nginx",
                        "-c",
                        file.toString(),
                        "-g",
                        "daemon off; error_log stderr; pid " + directory.resolve("nginx.pid") + ";")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("nginx.log").toFile())
                .start();
    }

    private static String temporary(String... kinds) {
        return String.join(
                "",
                List.of(kinds).stream()
                        .map(kind -> "    " + kind + "_temp_path " + directory.resolve(kind) + ";\n")
                        .toList());
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor(10, TimeUnit.SECONDS);
        }
        if (intake != null) {
            intake.close();
        }
        if (page != null) {
            page.close();
        }
        certificate.close();
    }

    /** Connects from one of the addresses of this machine, as a browser that asks for {@code name} does. */
    private SSLSocket connect(String from, String name) throws IOException {
        var plain = new Socket();
        plain.setSoTimeout(20_000);
        plain.bind(new InetSocketAddress(from, 0));
        plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        var socket = (SSLSocket) authority.trusting().getSocketFactory().createSocket(plain, name, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private void send(SSLSocket socket, String name, String request, String body, String... headers)
            throws IOException {
        String text = request + " HTTP/1.1\r\nHost: " + name + ":" + port + "\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n"
                + String.join(
                        "", List.of(headers).stream().map(each -> each + "\r\n").toList()) + "\r\n" + body;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String ask(String from, String name, String request, String body, String... headers) throws IOException {
        try (SSLSocket socket = connect(from, name)) {
            send(socket, name, request, body, headers);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String signIn(String origin) throws IOException {
        return ask(
                "127.0.0.1",
                "heed.example",
                "POST /sign-in",
                "name=evans&password=" + PASSWORD.replace(' ', '+'),
                "Content-Type: application/x-www-form-urlencoded",
                "Origin: " + origin);
    }

    private static String cookie(String answer) {
        return "Cookie: " + answer.replaceFirst("(?s).*Set-Cookie: ([^;]+);.*", "$1");
    }

    private String feedback(String from, String... headers) throws IOException {
        String[] all = List.of(List.of("Content-Type: application/json"), List.of(headers)).stream()
                .flatMap(List::stream)
                .toArray(String[]::new);
        return ask(
                        from,
                        "feedback.example",
                        "POST /feedback",
                        "{\"hospital\":\"H1\",\"questionnaire\":\"fft-2020\",\"given_at\":\""
                                + Instant.now().minusSeconds(60) + "\",\"answers\":{\"overall\":\"good\"}}",
                        all)
                .substring(0, "HTTP/1.1 202".length());
    }

    @Test
    void signsPeopleInAndShowsThemThePage() throws Exception {
        // When
        String form = ask("127.0.0.1", "heed.example", "GET /sign-in", "");
        String signedIn = signIn("https://heed.example:" + port);
        String overview = ask("127.0.0.1", "heed.example", "GET /", "", "Accept: text/html", cookie(signedIn));

        // Then
        assertThat(form).startsWith("HTTP/1.1 200 ").contains("Strict-Transport-Security: max-age=31536000");
        assertThat(signedIn)
                .startsWith("HTTP/1.1 303 ")
                .contains("Location: /\r\n")
                .containsPattern("Set-Cookie: [^\r]*Secure");
        assertThat(overview).startsWith("HTTP/1.1 200 ").contains("SIM-A", "Cache-Control: no-store");
    }

    @Test
    void takesNoFormFromAPageThatCameUnencryptedOrFromElsewhere() throws Exception {
        // When // Then
        assertThat(signIn("http://heed.example:" + port)).startsWith("HTTP/1.1 403 ");
        assertThat(signIn("https://evil.example")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void tellsBrowsersOfChangesAsTheyHappen() throws Exception {
        // Given
        String browser = cookie(signIn("https://heed.example:" + port));

        // When
        try (SSLSocket socket = connect("127.0.0.1", "heed.example");
                var events =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            send(socket, "heed.example", "GET /events", "", browser);
            String first = nextEvent(events);
            nextEvent(events);
            publish(page, 50);
            String then = nextEvent(events);
            while (then.equals("event: alive")) {
                then = nextEvent(events);
            }

            // Then
            assertThat(first).isEqualTo("event: alive");
            assertThat(then).isEqualTo("event: changed");
        }
    }

    private static String nextEvent(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith("event: ")) {
            line = events.readLine();
        }
        return String.valueOf(line);
    }

    @Test
    void takesFeedbackOfEachClientAtItsOwnRateWhateverTheyClaim() throws Exception {
        // When
        String first = feedback("127.0.0.2");
        String again = feedback("127.0.0.2", "X-Forwarded-For: 203.0.113.7", "Forwarded: for=203.0.113.7");
        String other = feedback("127.0.0.3");

        // Then
        assertThat(List.of(first, again, other)).containsExactly("HTTP/1.1 202", "HTTP/1.1 429", "HTTP/1.1 202");
    }
}

package heed.app.acceptance;

import static heed.monitoring.access.AccessInMemory.somebody;

import heed.connectors.fhir.FhirMappings;
import heed.connectors.intake.IntakeConfig;
import heed.connectors.intake.IntakeObserver;
import heed.connectors.intake.IntakeParts;
import heed.connectors.intake.IntakeServer;
import heed.connectors.webhook.Webhooks;
import heed.monitoring.ScoreFixture;
import heed.monitoring.Simulated;
import heed.monitoring.readmodel.ReadModel;
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
import java.io.IOException;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * Page and intake as they stand behind a proxy on this machine, with certificates, and a client that asks through it.
 */
final class ProxiedHeed implements AutoCloseable {

    static final String PASSWORD = "chosen by myself";
    private static final Proxies PROXY = new Proxies(List.of(Network.parse("127.0.0.1")), ForwardedBy.X_FORWARDED);

    private final Path directory;
    private final CertificateFixture authority = new CertificateFixture();
    private final SignInFixture people = new SignInFixture();
    private final RenewedCertificate certificate;
    private final PageFixture page;
    private final IntakeServer intake;
    private final int port = freePort();

    /** The intake's, which stands: so a client that may ask once may not ask again, however slow this machine is. */
    private final Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);

    /**
     * Starts both, and writes what the proxy shows and trusts to the directory: heed.example.crt, its key and ca.crt.
     */
    ProxiedHeed(Path directory) throws IOException {
        this.directory = directory;
        Path inside = Files.createDirectory(directory.resolve("inside"));
        certificate = new RenewedCertificate("page", authority.write(inside, "heed.internal"), Clock.systemUTC());
        var reach = new Reach(Optional.of(certificate), PROXY);
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
                        clock,
                        UUID::randomUUID));
        Files.writeString(directory.resolve("ca.crt"), authority.authorityCertificate());
        CertificateFiles outside = authority.write(directory, "heed.example", "feedback.example");
        Files.move(outside.certificate(), directory.resolve("heed.example.crt"));
        Files.move(outside.key(), directory.resolve("heed.example.key"));
    }

    private PageFixture page(Reach reach) {
        people.access.write(somebody("evans", Role.LEAD, "SIM-A|")
                .setPassword(people.passwords.hashed(PASSWORD))
                .build());
        var fixture = new PageFixture(people.viewers(), people.byPassword(), reach);
        publish(fixture.model, 60);
        return fixture;
    }

    void publish(int positive) {
        publish(page.model, positive);
    }

    private static void publish(ReadModel model, int positive) {
        model.put(ScoreFixture.aDay(Simulated.TODAY).at("SIM-A").positive(positive, 100));
        model.publish();
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    /** Returns when the intake takes it to be. */
    Instant now() {
        return clock.instant();
    }

    /** Returns where the proxy is to listen. */
    int port() {
        return port;
    }

    /** Returns an example of our documents with the addresses and files of this test. */
    String example(String file) throws IOException {
        return Files.readString(Path.of("..", "docs", "proxy", file))
                .replace("/etc/ssl/heed", directory.toString())
                .replace("127.0.0.1:8080", URI.create(page.address("/")).getAuthority())
                .replace("127.0.0.1:8081", URI.create(intake.url()).getAuthority());
    }

    /** Tells whether the proxy answers. */
    boolean isReached() {
        try (SSLSocket socket = connect("127.0.0.1", "heed.example")) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Connects from one of the addresses of this machine, as a browser that asks for {@code name} does. */
    SSLSocket connect(String from, String name) throws IOException {
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

    void send(SSLSocket socket, String name, String request, String body, String... headers) throws IOException {
        String text = request + " HTTP/1.1\r\nHost: " + name + ":" + port + "\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n"
                + String.join(
                        "", List.of(headers).stream().map(each -> each + "\r\n").toList()) + "\r\n" + body;
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    String ask(String from, String name, String request, String body, String... headers) throws IOException {
        try (SSLSocket socket = connect(from, name)) {
            send(socket, name, request, body, headers);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        intake.close();
        page.close();
        certificate.close();
    }
}

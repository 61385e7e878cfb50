package heed.schemas.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connects to a server that speaks TLS, as browsers do. */
class ReachIT {

    private final CertificateFixture authority = new CertificateFixture();

    @TempDir
    private Path directory;

    private CertificateFiles files;
    private RenewedCertificate certificate;
    private Javalin server;

    @BeforeEach
    void start() {
        files = authority.write(directory, "heed.example");
        certificate = new RenewedCertificate(
                "page", files, Clock.fixed(Instant.parse("2026-04-01T12:00:00Z"), ZoneOffset.UTC));
        var reach = new Reach(Optional.of(certificate), Proxies.none());
        server = Javalin.create(config -> {
            reach.listen(config, "127.0.0.1", 0);
            config.routes.get(
                    "/", ctx -> ctx.result(ctx.scheme() + " " + ctx.req().isSecure() + " " + ctx.ip()));
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
        certificate.close();
    }

    private SSLSocket connect(String... protocols) throws IOException {
        var plain = new Socket(InetAddress.getLoopbackAddress(), server.port());
        plain.setSoTimeout(10_000);
        var socket = (SSLSocket)
                authority.trusting().getSocketFactory().createSocket(plain, "heed.example", server.port(), true);
        socket.setEnabledProtocols(protocols);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static Instant until(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                .getNotAfter()
                .toInstant();
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write(
                        "GET / HTTP/1.1\r\nHost: heed.example\r\nX-Forwarded-For: 203.0.113.7\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.ISO_8859_1));
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void speaksWhatIsSafeOfTlsAndShowsTheNameThatItIsAskedBy() throws Exception {
        // When
        try (SSLSocket newest = connect("TLSv1.3");
                SSLSocket older = connect("TLSv1.2")) {

            // Then
            assertThat(ask(newest)).isEqualTo("https true 127.0.0.1");
            assertThat(older.getSession().getProtocol()).isEqualTo("TLSv1.2");
            assertThat(older.getSession().getCipherSuite()).contains("_ECDHE_", "_GCM_");
        }
    }

    @Test
    void speaksNoPlainHttpThere() throws Exception {
        // When
        try (var plain = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            plain.setSoTimeout(10_000);

            // Then
            assertThat(ask(plain)).doesNotContain("http true", "http false");
        }
    }

    @Test
    void refusesWhatIsNoLongerSafe() {
        // When // Then
        assertThatThrownBy(() -> connect("TLSv1.1").close()).isInstanceOfAny(SSLException.class, IOException.class);
    }

    @Test
    void showsARenewedCertificateToWhoeverConnectsNextAndBreaksNoConnection() throws Exception {
        // Given
        KeyPair renewed = CertificateFixture.pair("RSA");
        Instant end = Instant.parse("2120-06-01T00:00:00Z");

        // When
        try (SSLSocket before = connect("TLSv1.3")) {
            Files.writeString(files.key(), CertificateFixture.pkcs1(renewed));
            certificate.look();
            Instant halfWritten;
            try (SSLSocket meanwhile = connect("TLSv1.3")) {
                halfWritten = until(meanwhile);
            }
            Files.writeString(
                    files.certificate(), authority.certificate(renewed, CertificateFixture.FROM, end, "heed.example"));
            certificate.look();

            // Then
            assertThat(halfWritten).isEqualTo(CertificateFixture.UNTIL);
            assertThat(ask(before)).startsWith("https");
            try (SSLSocket after = connect("TLSv1.3")) {
                assertThat(until(after)).isEqualTo(end);
            }
        }
    }
}

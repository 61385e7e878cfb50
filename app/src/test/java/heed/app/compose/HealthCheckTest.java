package heed.app.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import heed.schemas.listen.CertificateFixture;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the image's health check as it stands in the Dockerfile, against a page of this process. */
class HealthCheckTest {

    @TempDir
    private Path directory;

    private HttpServer server;
    private volatile int answer = 200;

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void start(HttpServer made) {
        server = made;
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private int check(Map<String, String> environment) throws Exception {
        String file = Files.readString(Path.of("..", "Dockerfile"));
        Matcher script = Pattern.compile("(?s)<<'EOF' /usr/local/bin/heed-ready\n(.*?)\nEOF\n")
                .matcher(file);
        assertThat(script.find()).isTrue();
        Path heedReady = Files.writeString(
                directory.resolve("heed-ready"),
                script.group(1)
                        .replace(
                                "exec java ", "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' ")
                        .replace("/opt/heed/lib/*", System.getProperty("java.class.path")));
        ProcessBuilder process = new ProcessBuilder(List.of("bash", heedReady.toString()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("said").toFile());
        process.environment().putAll(environment);
        process.environment()
                .put("HEED_PAGE_PORT", Integer.toString(server.getAddress().getPort()));
        return process.start().waitFor();
    }

    private HttpsServer speakingTls() throws Exception {
        var fixture = new CertificateFixture();
        KeyPair pair = CertificateFixture.pair("EC");
        var chain = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(
                        fixture.certificate(pair, "heed.example").getBytes(StandardCharsets.US_ASCII)));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("heed", pair.getPrivate(), new char[0], chain.toArray(Certificate[]::new));
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer tls = HttpsServer.create(anyPort(), 0);
        tls.setHttpsConfigurator(new HttpsConfigurator(context));
        return tls;
    }

    @Test
    void tellsWhetherAPlainPageIsReady() throws Exception {
        // Given
        start(HttpServer.create(anyPort(), 0));

        // When
        int ready = check(Map.of());
        answer = 503;
        int unready = check(Map.of());

        // Then
        assertThat(List.of(ready, unready)).containsExactly(0, 1);
    }

    /** Whether a variable says so, or a file of settings that the check does not read. */
    @Test
    void tellsWhetherAPageThatSpeaksTlsForAnotherNameIsReady() throws Exception {
        // Given
        start(speakingTls());

        // When
        int ready = check(Map.of());
        int said = check(Map.of("HEED_PAGE_TLS_CERTIFICATE", "heed.crt"));
        answer = 503;
        int unready = check(Map.of());

        // Then
        assertThat(List.of(ready, said, unready)).containsExactly(0, 0, 1);
    }
}

package heed.monitoring.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import heed.monitoring.html.Parsed;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks for pages by names, as a browser does whose DNS was turned; heed.example is set. */
class OwnNameIT {

    private final PageFixture page = new PageFixture(3);

    @BeforeEach
    void fill() {
        Simulated.scores(page.model);
        Simulated.drops(page.model);
    }

    @AfterEach
    void close() {
        page.close();
    }

    /**
     * Returns everything that is answered until the connection is closed, of an answer without an end what comes in 5
     * s.
     */
    private String ask(String request, String... headers) throws IOException {
        int port = URI.create(page.address("/")).getPort();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            String lines = String.join("\r\n", headers);
            socket.getOutputStream()
                    .write((request + "\r\n" + lines + "\r\nConnection: close\r\n\r\n").getBytes(UTF_8));
            return new String(read(socket.getInputStream()), UTF_8);
        }
    }

    private static byte[] read(InputStream answer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        for (int n = answer.read(some); n >= 0 && System.nanoTime() < end; n = answer.read(some)) {
            bytes.write(some, 0, n);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "HEAD /",
                "GET /hospitals/SIM-A",
                "GET /hospitals/SIM-A/spc",
                "GET /drops",
                "POST /drops/0b5a3b5e-6f3f-5d0c-9d0a-222222222222",
                "GET /league",
                "GET /pipeline",
                "GET /events",
                "GET /metrics",
                "GET /assets/heed.js",
                "GET /health",
                "GET /nowhere",
                "GET /api/v1/hospitals",
                "GET /api/v1/status",
                "GET /api/v1/openapi.yaml",
                "GET /api/v1/nowhere"
            })
    void tellsNothingToWhoeverAsksByAnotherName(String request) throws Exception {
        // When
        String answer = ask(request + " HTTP/1.1", "Host: evil.example:8080", "Content-Length: 0");

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 421 ")
                .contains("Cache-Control: no-store")
                .doesNotContain("SIM-", "Ashcombe", "heed_", "as_of", "Live");
    }

    @Test
    void saysWhichNameItDoesNotKnowAndWhatToDo() throws Exception {
        // When
        String html = ask("GET / HTTP/1.1", "Host: evil&example");
        String json = ask("GET /api/v1/hospitals HTTP/1.1", "Host: evil.example");

        // Then
        Parsed page = Parsed.page(html.substring(html.indexOf("\r\n\r\n")));
        assertThat(page.texts("h1")).containsExactly("Heed does not go by this name");
        assertThat(page.text())
                .contains("does not go by the name \"evil&example\". If it should, add that name,")
                .contains("to the setting page.names and start Heed again.");
        assertThat(json)
                .contains("Content-Type: application/problem+json")
                .contains("\"status\":421,\"detail\":\"Heed does not go by the name \\\"evil.example\\\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1", "[::1]:8080", "10.1.2.3", "heed.example."})
    void answersToItsNamesAndToEveryAddress(String host) throws Exception {
        // When // Then
        assertThat(ask("GET / HTTP/1.1", "Host: " + host))
                .startsWith("HTTP/1.1 200 ")
                .contains("Ashcombe");
        assertThat(ask("GET /api/v1/hospitals HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void answersAProgramThatNamesNobodyButNotOneThatNamesTwo() throws Exception {
        // When // Then
        assertThat(ask("GET /metrics HTTP/1.0")).startsWith("HTTP/1.1 200 ");
        assertThat(ask("GET / HTTP/1.1", "Host: localhost", "Host: evil.example"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready"})
    void tellsItsHealthByWhateverName(String path) throws Exception {
        // When // Then
        assertThat(ask("GET " + path + " HTTP/1.1", "Host: probe.example")).startsWith("HTTP/1.1 200 ");
    }
}

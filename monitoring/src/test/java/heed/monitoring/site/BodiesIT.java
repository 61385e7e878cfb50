package heed.monitoring.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.Simulated;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What requests bring along keeps nobody from a page, and methods that nobody answers are told those that are. */
class BodiesIT {

    private final PageFixture page = new PageFixture(3);
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void fill() {
        Simulated.scores(page.model);
    }

    @AfterEach
    void close() {
        page.close();
    }

    @Test
    void answersPagesAndActsWhileOthersTrickleTheirBodies() throws Exception {
        // Given
        List<Socket> trickling = new ArrayList<>();
        try {
            for (int i = 0; i < 256; i++) {
                trickling.add(trickle());
            }

            // When
            int shown = send("GET", "/").statusCode();
            int acted = send("POST", "/drops/none").statusCode();

            // Then
            assertThat(shown).isEqualTo(200);
            assertThat(acted).isEqualTo(404);
        } finally {
            for (Socket each : trickling) {
                each.close();
            }
        }
    }

    @Test
    void tellsWhichMethodsAnAddressIsAnsweredTo() throws Exception {
        // When
        HttpResponse<String> ofPage = send("POST", "/");
        HttpResponse<String> ofApi = send("DELETE", "/api/v1/hospitals");
        HttpResponse<String> ofMetrics = send("PUT", "/metrics");
        HttpResponse<String> ofNothing = send("POST", "/nowhere");

        // Then
        assertThat(List.of(ofPage, ofApi, ofMetrics)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(405);
            assertThat(answer.headers().firstValue("Allow")).contains("GET");
            assertThat(answer.body()).contains("This is answered to GET.");
        });
        assertThat(ofApi.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(ofNothing.statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(page.address(path)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(
                                method,
                                method.equals("GET")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString("kind=NOTED"))
                        .build(),
                BodyHandlers.ofString());
    }

    private Socket trickle() throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(page.address("/")).getPort());
        socket.getOutputStream()
                .write(("POST /drops/none HTTP/1.1\r\nHost: localhost\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nk")
                        .getBytes(UTF_8));
        return socket;
    }
}

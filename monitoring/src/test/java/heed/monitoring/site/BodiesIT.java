package heed.monitoring.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.monitoring.DropFixture;
import heed.monitoring.Simulated;
import heed.monitoring.web.Viewers;
import heed.schemas.http.BodyReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
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

    @Test
    void endsABodyThatComesTooSlowlyAndDoesNothing() throws Exception {
        // Given
        try (PageFixture impatient = reading(new BodyReader(1_000, Duration.ofMillis(200), 4));
                Socket socket = open(impatient, 100)) {

            // When
            write(socket, "kind=NOTED&who=Sister+Evans");
            String answer = answer(socket);

            // Then
            assertThat(answer)
                    .startsWith("HTTP/1.1 408 ")
                    .endsWith("\r\n\r\nThe body came too slowly. Nothing was done.");
            assertThat(impatient.actions.written()).isEmpty();
        }
    }

    @Test
    void doesNothingWithABodyThatBreaksOff() throws Exception {
        // Given
        try (PageFixture patient = reading(new BodyReader(1_000, Duration.ofMinutes(1), 4));
                Socket socket = open(patient, 100)) {

            // When
            write(socket, "kind=NOTED&who=Sister+Evans");
            socket.shutdownOutput();
            String answer = answer(socket);

            // Then
            assertThat(answer).startsWith("HTTP/1.1 400 ").endsWith("\r\n\r\nThe body broke off. Nothing was done.");
            assertThat(patient.actions.written()).isEmpty();
        }
    }

    @Test
    void asksWhoeverThereIsNoRoomForToComeBackAndDoesNothing() throws Exception {
        // Given
        // One client may have 100 bytes on their way, and has 60 twice
        try (PageFixture full = reading(new BodyReader(100, Duration.ofMinutes(1), 2));
                Socket first = open(full, 100);
                Socket second = open(full, 100)) {

            // When
            write(first, "x".repeat(60));
            write(second, "x".repeat(60));
            // Which of them comes last is the server's to say
            await().until(() -> isAnswered(first) || isAnswered(second));
            String refused = answer(isAnswered(first) ? first : second);

            // Then
            assertThat(refused)
                    .startsWith("HTTP/1.1 429 ")
                    .contains("\r\nRetry-After: 5\r\n")
                    .endsWith("\r\n\r\nToo many requests come in at once. Nothing was done.");
            assertThat(full.actions.written()).isEmpty();
        }
    }

    private static PageFixture reading(BodyReader bodies) {
        PageFixture fixture = new PageFixture(3, Viewers.everything(), Simulated.STAFF, bodies);
        Simulated.scores(fixture.model);
        Simulated.drops(fixture.model);
        return fixture;
    }

    /** Begins to send {@code length} bytes about a drop that there is. */
    private static Socket open(PageFixture fixture, int length) throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(),
                URI.create(fixture.address("/")).getPort());
        socket.setSoTimeout(20_000);
        write(
                socket,
                "POST /drops/" + DropFixture.aDrop().open().getDropId() + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + length + "\r\n\r\n");
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    private static boolean isAnswered(Socket socket) throws IOException {
        return socket.getInputStream().available() > 0;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
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

package heed.connectors.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.http.BodyException;
import heed.schemas.http.BodyReader;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bodies as the server hands them out, over real connections. */
class BodyReaderIT {

    private Javalin server;

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void endsABodyThatIsNotThereByItsDeadlineHoweverItTrickles() throws Exception {
        // Given
        start(new BodyReader(100, Duration.ofMillis(300), 4));

        // When
        String answer;
        try (Socket socket = open(100)) {
            Awaitility.await().pollInterval(Duration.ofMillis(50)).until(() -> {
                if (answered(List.of(socket)) == null) {
                    send(socket, "a");
                    return false;
                }
                return true;
            });
            answer = answer(socket);
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 400").contains("TOO_SLOW");
    }

    @Test
    void givesAClientHalfOfWhatAllBodiesMayHoldAndTakesItBackWhenTheyAreIn() throws Exception {
        // Given
        start(new BodyReader(100, Duration.ofMinutes(1), 4));
        try (Socket first = open(100);
                Socket second = open(100);
                Socket third = open(100)) {
            List<Socket> three = List.of(first, second, third);

            // When
            for (Socket each : three) {
                send(each, "x".repeat(90));
            }
            Socket answered = Awaitility.await().until(() -> answered(three), Objects::nonNull);
            String refused = answer(answered);
            Socket taken = answered == first ? second : first;
            send(taken, "x".repeat(10));
            String whole = answer(taken);
            String next;
            try (Socket fourth = open(90)) {
                send(fourth, "x".repeat(90));
                next = answer(fourth);
            }

            // Then
            assertThat(refused).contains("NO_ROOM");
            assertThat(whole).contains("read 100");
            assertThat(next).contains("read 90");
        }
    }

    @Test
    void takesBackWhatBodiesHeldThatNeverCameToTheirEnd() throws Exception {
        // Given
        start(new BodyReader(100, Duration.ofSeconds(2), 4));

        // When
        List<String> answers = new ArrayList<>();
        try (Socket first = open(100);
                Socket second = open(100)) {
            send(first, "x".repeat(90));
            send(second, "x".repeat(90));
            answers.add(answer(first));
            answers.add(answer(second));
        }
        answers.add(brokenOff());
        answers.add(whole());
        answers.add(whole());

        // Then
        assertThat(answers.subList(0, 2))
                .allSatisfy(answer -> assertThat(answer).contains("TOO_SLOW"));
        assertThat(answers.get(2)).contains("BROKEN_OFF");
        assertThat(answers.subList(3, 5))
                .allSatisfy(answer -> assertThat(answer).contains("read 100"));
    }

    @Test
    void refusesABodyThatIsSaidToBeLargerThanMostBeforeAnyOfIt() throws Exception {
        // Given
        start(new BodyReader(100, Duration.ofMinutes(1), 4));

        // When
        String answer;
        try (Socket socket = open(101)) {
            answer = answer(socket);
        }

        // Then
        assertThat(answer).contains("TOO_LARGE");
    }

    private void start(BodyReader reader) {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    config.routes.post(
                            "/",
                            ctx -> ctx.future(() -> reader.read(ctx.req())
                                    .thenAccept(body -> ctx.result("read " + body.length))
                                    .exceptionally(failure -> {
                                        BodyException cause = (BodyException) BodyException.causeOf(failure);
                                        ctx.status(400).result(cause.kind().name());
                                        return null;
                                    })));
                })
                .start();
    }

    private Socket open(int length) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        send(
                socket,
                "POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n");
        return socket;
    }

    /** Ends what it sends before the end, and still takes the answer. */
    private String brokenOff() throws IOException {
        try (Socket socket = open(100)) {
            send(socket, "x".repeat(90));
            socket.shutdownOutput();
            return answer(socket);
        }
    }

    private String whole() throws IOException {
        try (Socket socket = open(100)) {
            send(socket, "x".repeat(100));
            return answer(socket);
        }
    }

    /** Which of them comes last is the server's to say. */
    private static @Nullable Socket answered(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            if (socket.getInputStream().available() > 0) {
                return socket;
            }
        }
        return null;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
}

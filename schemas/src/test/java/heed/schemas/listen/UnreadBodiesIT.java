package heed.schemas.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sends bodies that nobody reads, as clients do: all of it first, and then they look what was answered. */
class UnreadBodiesIT {

    private static final int MIB = 1024 * 1024;
    private static final byte[] MEBIBYTE = new byte[MIB];

    private final List<Socket> sockets = new ArrayList<>();
    private Javalin server;

    /** Refuses what comes to /now without a look, and to /later from a thread of its own. */
    private void start(Duration longest) {
        server = Javalin.create(config -> {
            Reach.direct().listen(config, "127.0.0.1", 0);
            config.jetty.modifyServer(jetty -> jetty.setHandler(new UnreadBodies(longest)));
            config.routes.post("/now", ctx -> ctx.status(401).result("who are you?"));
            config.routes.post(
                    "/later",
                    ctx -> ctx.future(() ->
                            CompletableFuture.runAsync(() -> ctx.status(413).result("too much of it"))));
            config.routes.post("/read", ctx -> ctx.result(ctx.bodyInputStream().readAllBytes().length + " bytes"));
        });
        server.start();
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket each : sockets) {
            each.close();
        }
        server.stop();
    }

    private Socket ask(String path, long bytes, String... headers) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        sockets.add(socket);
        socket.setSoTimeout(60_000);
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        String head = "POST " + path + " HTTP/1.1\r\nHost: heed.example\r\nContent-Length: " + bytes + "\r\n" + more;
        socket.getOutputStream().write((head + "\r\n").getBytes(US_ASCII));
        return socket;
    }

    private static void send(Socket socket, int mebibytes) throws IOException {
        for (int i = 0; i < mebibytes; i++) {
            socket.getOutputStream().write(MEBIBYTE);
        }
    }

    /** Returns the first line of what is answered. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        var line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\r') {
            line.append((char) next);
            next = in.read();
        }
        return line.toString();
    }

    @Test
    void answersWhoSendsAllOfABodyThatNobodyReads() throws Exception {
        // Given
        start(Duration.ofSeconds(20));
        Socket now = ask("/now", 8L * MIB);
        Socket later = ask("/later", 8L * MIB);
        Socket nowhere = ask("/nowhere", 8L * MIB);

        // When
        send(now, 8);
        send(later, 8);
        send(nowhere, 8);

        // Then
        assertThat(answer(now)).isEqualTo("HTTP/1.1 401 Unauthorized");
        assertThat(answer(later)).isEqualTo("HTTP/1.1 413 Payload Too Large");
        assertThat(answer(nowhere)).isEqualTo("HTTP/1.1 404 Not Found");
    }

    @Test
    void leavesABodyToWhoReadsIt() throws Exception {
        // Given
        start(Duration.ofSeconds(20));
        Socket socket = ask("/read", 8L * MIB, "Connection: close");

        // When
        send(socket, 8);

        // Then
        assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII)).endsWith("8388608 bytes");
    }

    @Test
    void answersWithinItsTimeWhoStopsSending() throws Exception {
        // Given
        start(Duration.ofMillis(200));

        // When
        Socket socket = ask("/now", 8L * MIB);
        send(socket, 1);

        // Then
        assertThat(answer(socket)).isEqualTo("HTTP/1.1 401 Unauthorized");
    }

    @Test
    void readsNoMoreThanSoMuch() throws Exception {
        // Given
        start(Duration.ofMinutes(5));
        Socket socket = ask("/now", 1024L * MIB);

        // When
        send(socket, (int) (UnreadBodies.MOST_BYTES / MIB));

        // Then
        assertThat(answer(socket)).isEqualTo("HTTP/1.1 401 Unauthorized");
    }

    @Test
    void asksNobodyForABodyThatItThrowsAway() throws Exception {
        // Given
        start(Duration.ofMinutes(5));

        // When
        Socket socket = ask("/now", 8L * MIB, "Expect: 100-continue");

        // Then
        assertThat(answer(socket)).isEqualTo("HTTP/1.1 401 Unauthorized");
    }

    @Test
    void answersAtOnceWhereTooManyAreSending() throws Exception {
        // Given
        start(Duration.ofMinutes(5));

        // When
        for (int i = 0; i <= UnreadBodies.AT_ONCE / 2; i++) {
            ask("/now", 8L * MIB);
        }

        // Then
        Socket answered = Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::answered, Objects::nonNull);
        assertThat(answer(answered)).isEqualTo("HTTP/1.1 401 Unauthorized");
    }

    private @Nullable Socket answered() throws IOException {
        for (Socket each : sockets) {
            if (each.getInputStream().available() > 0) {
                return each;
            }
        }
        return null;
    }
}

package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyCommandTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);

    private final StringWriter out = new StringWriter();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private volatile int status = 200;

    @TempDir
    Path directory;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void sendsWhatTellsOfNothingAndSaysThatItWasTaken() throws IOException {
        // When
        int code = run("notify", "test", "on-call", "--set", "notify.routes=" + routes("on-call"));

        // Then
        assertThat(code).isZero();
        assertThat(out.toString()).contains("taken: Alertmanager at 127.0.0.1");
        assertThat(received)
                .singleElement()
                .asString()
                .contains("HeedTrial", "Nothing has happened, and nothing is to be done.");
    }

    @Test
    void saysThatItWasNotTakenAndThatThereIsNoSuchRoute() throws IOException {
        // Given
        String routes = "notify.routes=" + routes("on-call");
        status = 503;

        // When
        int notTaken = run("notify", "test", "on-call", "--set", routes);
        int unknown = run("notify", "test", "on-cal", "--set", routes);
        int none = run("notify", "test", "on-call");

        // Then
        assertThat(List.of(notTaken, unknown, none)).containsExactly(1, 1, 1);
        assertThat(out.toString())
                .contains("Alertmanager at 127.0.0.1 did not take it: answered 503")
                .contains("there is no route 'on-cal'; the nearest is on-call")
                .contains("there are no routes: notify.routes names no file");
    }

    @Test
    void theDoctorNamesTheRoutesAndWhatIsWrongWithThem() throws IOException {
        // When
        run("doctor", "--data", directory.resolve("data").toString(), "--set", "notify.routes=" + routes("on-call"));
        run("doctor", "--data", directory.resolve("data").toString(), "--set", "notify.routes=" + routes("on call"));

        // Then
        assertThat(out.toString())
                .contains("route on-call tells Alertmanager at 127.0.0.1")
                .contains("routes.yaml:2: routes: 'on call' must match")
                .contains("Mend the file that notify.routes names");
    }

    private String routes(String name) throws IOException {
        return Files.writeString(
                        directory.resolve("routes.yaml"),
                        "routes:\n  " + name + ":\n    to: alertmanager\n    url: http://127.0.0.1:"
                                + server.getAddress().getPort() + "\n")
                .toString();
    }

    private int run(String... arguments) {
        PrintWriter writer = new PrintWriter(out, true);
        return HeedCommand.commandLine(new CommandContext(
                        Map.of(), Optional.empty(), CLOCK, HttpClient::newHttpClient, writer, writer))
                .execute(arguments);
    }
}

package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds an example of a proxy in our documents, which runs as it stands there, before page and intake, with TLS on both
 * ways.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProxyContract {

    /** In which a proxy starts on a machine that does much else. */
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** How often a browser is told that nothing changed, each 2 s, before the change itself must have come. */
    private static final int MOST_OFTEN_ALIVE = 60;

    @TempDir
    static Path directory;

    private ProxiedHeed heed;
    private Process proxy;

    /** Returns what runs the proxy in the foreground. */
    abstract ProcessBuilder proxy(ProxiedHeed heed) throws IOException;

    @BeforeAll
    void start() throws Exception {
        heed = new ProxiedHeed(directory);
        Path log = directory.resolve("proxy.log");
        proxy = proxy(heed)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(LIMIT).until(() -> !proxy.isAlive() || heed.isReached());
        assertThat(proxy.isAlive()).as(Files.readString(log)).isTrue();
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (proxy != null) {
            proxy.destroy();
            if (!proxy.waitFor(10, TimeUnit.SECONDS)) {
                proxy.destroyForcibly();
            }
        }
        if (heed != null) {
            heed.close();
        }
    }

    private String signIn(String origin) throws IOException {
        return heed.ask(
                "127.0.0.1",
                "heed.example",
                "POST /sign-in",
                "name=evans&password=" + ProxiedHeed.PASSWORD.replace(' ', '+'),
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
        return heed.ask(
                        from,
                        "feedback.example",
                        "POST /feedback",
                        "{\"hospital\":\"H1\",\"questionnaire\":\"fft-2020\",\"given_at\":\""
                                + heed.now().minusSeconds(60) + "\",\"answers\":{\"overall\":\"good\"}}",
                        all)
                .substring(0, "HTTP/1.1 202".length());
    }

    @Test
    void signsPeopleInAndShowsThemThePage() throws Exception {
        // When
        String form = heed.ask("127.0.0.1", "heed.example", "GET /sign-in", "");
        String signedIn = signIn("https://heed.example:" + heed.port());
        String overview = heed.ask("127.0.0.1", "heed.example", "GET /", "", "Accept: text/html", cookie(signedIn));

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
        assertThat(signIn("http://heed.example:" + heed.port())).startsWith("HTTP/1.1 403 ");
        assertThat(signIn("https://evil.example")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void tellsBrowsersOfChangesAsTheyHappen() throws Exception {
        // Given
        String browser = cookie(signIn("https://heed.example:" + heed.port()));

        // When
        try (SSLSocket socket = heed.connect("127.0.0.1", "heed.example");
                var events =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            heed.send(socket, "heed.example", "GET /events", "", browser);
            String first = nextEvent(events);
            nextEvent(events);
            heed.publish(50);
            String then = nextEvent(events);
            for (int alive = 0; alive < MOST_OFTEN_ALIVE && then.equals("event: alive"); alive++) {
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

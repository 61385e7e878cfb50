package heed.app.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import heed.app.acceptance.HeedProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher on machines that are set up in another way than ours: Heed starts there, takes a response and shows it,
 * or refuses in one sentence.
 */
class OddEnvironmentsIT {

    private static final Duration LIMIT = HeedProcess.GENEROUS;
    private static final Path JAVAS = Path.of("/usr/lib/jvm");

    @TempDir
    private Path directory;

    private Path program;
    private Path data;

    /** The built program where somebody unpacked it, in a directory whose name is no plain word. */
    @BeforeEach
    void install() throws IOException {
        program = directory.resolve("Zwölf Häuser & 'mehr'");
        data = program.resolve("Daten die bleiben");
        Path distribution = Files.createDirectories(program.resolve("app/target/heed"));
        Files.createSymbolicLink(distribution.resolve("lib"), HeedProcess.LIBRARIES);
        Files.createSymbolicLink(distribution.resolve("registry"), HeedProcess.LIBRARIES.resolveSibling("registry"));
        Files.createFile(distribution.resolve(".built"));
        Files.copy(Path.of("..", "heed"), program.resolve("heed"));
        assertThat(program.resolve("heed").toFile().setExecutable(true)).isTrue();
    }

    @Test
    void worksInTurkeyAndNepalWithoutAHomeWhereNothingCanBeWrittenBelowAPathWithSpacesAndUmlauts() throws Exception {
        // When // Then
        assertThatItTakesAResponse(
                Path.of("/proc"),
                Map.of("HEED_JAVA_OPTS", "-Duser.language=tr -Duser.country=TR", "TZ", "Asia/Kathmandu", "LC_ALL", "C"),
                "env -u HOME -u LANG ");
    }

    @Test
    void worksOnANewerJava() throws Exception {
        // Given
        Optional<Path> newer = newerJava();
        assumeTrue(newer.isPresent(), "not tried: there is no JDK 25 below " + JAVAS);

        // When // Then
        assertThatItTakesAResponse(
                directory, Map.of("JAVA_HOME", newer.orElseThrow().toString()), "");
    }

    @Test
    void worksWithAQuarterOfTheHeap() throws Exception {
        // When // Then
        assertThatItTakesAResponse(directory, Map.of("HEED_JAVA_OPTS", "-Xms64m -Xmx256m"), "");
    }

    @Test
    void refusesInOneSentenceWhereItMayOpenFewFiles() throws Exception {
        // When // Then
        assertThatItRefuses("prlimit --nofile=256:256 ", "open files");
    }

    @Test
    void refusesInOneSentenceWhereAPortIsTaken() throws Exception {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When // Then
            assertThatItRefuses(
                    "env HEED_PAGE_PORT=" + taken.getLocalPort() + " ",
                    "The page can't listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void refusesInOneSentenceWhereThereIsNoIPv4() throws Exception {
        // Given
        String without =
                "unshare --net bash -c 'ip link set lo up && ip addr del 127.0.0.1/8 dev lo && exec \"$0\" \"$@\"' ";
        try (HeedProcess tried = HeedProcess.shell(directory, Map.of(), without + "true")) {
            assumeTrue(tried.awaitExit() == 0, "not tried: no network namespace without IPv4 can be made here");
        }

        // When // Then
        assertThatItRefuses(without, "127.0.0.1");
    }

    private static Optional<Path> newerJava() throws IOException {
        if (!Files.isDirectory(JAVAS)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(JAVAS)) {
            return all.filter(each -> each.getFileName().toString().contains("25"))
                    .filter(each -> Files.isExecutable(each.resolve("bin/java")))
                    .findFirst();
        }
    }

    private HeedProcess up(Path from, Map<String, String> environment, String prefix) {
        return HeedProcess.shell(
                from,
                environment,
                prefix.contains("HEED_PAGE_PORT")
                        ? prefix + command() + " --set intake.port=0"
                        : prefix + command() + " --set page.port=0 --set intake.port=0");
    }

    private String command() {
        return quoted(program.resolve("heed")) + " up --data " + quoted(data);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    private void assertThatItTakesAResponse(Path from, Map<String, String> environment, String prefix)
            throws Exception {
        long begun = System.nanoTime();
        try (HeedProcess heed = up(from, environment, prefix)) {
            heed.await(line -> line.contains("Ctrl-C stops it"));
            URI page = heed.address("page");
            HttpClient http = HttpClient.newHttpClient();
            String body = "{\"hospital\":\"H1\",\"questionnaire\":\"fft-2020\",\"given_at\":\"" + Instant.now()
                    + "\",\"answers\":{\"overall\":\"very_good\"}}";
            int taken = http.send(
                            HttpRequest.newBuilder(heed.address("intake"))
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
            assertThat(taken).isEqualTo(202);
            Awaitility.await().atMost(LIMIT).until(() -> http.send(
                            HttpRequest.newBuilder(page.resolve("api/v1/hospitals"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body()
                    .contains("\"hospital\":\"H1\""));
            System.out.println("odd: " + prefix + environment + ": response shown after "
                    + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms");
            assertThat(heed.lines()).noneMatch(line -> line.startsWith("\tat "));
        }
    }

    /** Nothing is said but that it starts and why it does not, and the reason names {@code what}. */
    private void assertThatItRefuses(String prefix, String what) throws Exception {
        try (HeedProcess heed = up(directory, Map.of(), prefix)) {
            int code = heed.awaitExit();
            System.out.println("odd: " + prefix + ": " + heed.text());
            assertThat(code).isEqualTo(1);
            List<String> said = heed.lines().stream()
                    .filter(line -> !line.startsWith("Starting Heed"))
                    .toList();
            assertThat(said).hasSize(1).first().asString().startsWith("heed: ").contains(what);
        }
    }
}

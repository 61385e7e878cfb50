package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user starts Heed, sends a response, looks at it with the other commands, stops Heed and starts it again. */
class UpIT {

    private static final Map<String, String> FREE_PORTS = Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0");
    private static final Duration START = Duration.ofSeconds(90);

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path data;

    private HeedProcess heed;

    @AfterEach
    void endIt() {
        if (heed != null) {
            heed.close();
        }
    }

    @Test
    void keepsWhatWasSentOverARestartAndLeavesNoProcess() throws Exception {
        // Given
        up();
        int first = send("H1").statusCode();
        awaitLine(1, "tail", "feedback", "--from-beginning");
        List<ProcessHandle> children = heed.descendants();

        // When
        Instant asked = Instant.now();
        heed.interrupt();
        heed.awaitExit();
        System.out.println("heed stopped in " + Duration.between(asked, Instant.now()));
        boolean childrenGone = children.stream().noneMatch(ProcessHandle::isAlive);
        up();
        int second = send("H2").statusCode();

        // Then
        assertThat(first).isEqualTo(202);
        assertThat(second).isEqualTo(202);
        assertThat(children).isNotEmpty();
        assertThat(childrenGone).isTrue();
        assertThat(awaitLine(2, "tail", "feedback", "--from-beginning"))
                .anySatisfy(line -> assertThat(line).contains("\"hospital\":\"H1\"", "\"answer\":\"very_good\""))
                .anySatisfy(line -> assertThat(line).contains("\"hospital\":\"H2\""));
        assertThat(awaitLine(1, "tail", "scores", "--from-beginning", "--hospital", "H2"))
                .allSatisfy(line -> assertThat(line).contains("\"hospital\":\"H2\""));
    }

    @Test
    void isReadyAndPassesTheDoctorAndTheTopicCheck() throws Exception {
        // Given
        up();
        int sent = send("H1").statusCode();
        URI ready = page().resolve("health/ready");
        Awaitility.await().atMost(START).until(() -> get(ready).statusCode() == 200);

        URI hospitals = page().resolve("api/v1/hospitals");
        Awaitility.await().atMost(START).until(() -> get(hospitals).body().contains("\"hospital\":\"H1\""));

        // When
        HeedProcess doctor = ended("doctor");
        HeedProcess topics = ended("topics", "--check");
        HeedProcess second = ended("up");

        // Then
        assertThat(sent).isEqualTo(202);
        assertThat(get(page().resolve("metrics")).body()).contains("heed_intake_responses_total 1.0");
        assertThat(doctor.lines())
                .element(0)
                .asString()
                .startsWith("ok       the running Heed at " + page() + " says that it is ok (RUNNING since ");
        assertThat(doctor.text())
                .contains(
                        "Kafka at 127.0.0.1",
                        "transaction.version of the brokers is 2",
                        "schema registry at",
                        "topics are all as they must be",
                        "No problem found.");
        assertThat(topics.text()).isEqualTo("Topics are as they must be.");
        assertThat(second.text()).contains("runs on the data directory", "already (process ");
    }

    @Test
    void refusesToStartOnDataThatFilledMoreThanTheHeapHasRoomFor() throws Exception {
        // Given
        Files.writeString(data.resolve("heap.json"), "{\"kept\": 1099511627776}");

        // When
        heed = HeedProcess.start(FREE_PORTS, "up", "--data", data.toString());
        int code = heed.awaitExit();

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(heed.text())
                .contains("this data filled 1,048,576 MiB when Heed ran last", "HEED_JAVA_OPTS=-Xmx", "heap.json");
    }

    private void up() {
        heed = HeedProcess.start(FREE_PORTS, "up", "--data", data.toString());
        heed.await(line -> line.contains("Ctrl-C stops it"));
    }

    private HttpResponse<String> send(String hospital) throws Exception {
        String intake = heed.await(line -> line.contains("intake")).replaceAll(".*POST ", "");
        String body = "{\"hospital\":\"" + hospital + "\",\"questionnaire\":\"fft-2020\",\"given_at\":\""
                + Instant.now() + "\",\"answers\":{\"overall\":\"very_good\"}}";
        return http.send(
                HttpRequest.newBuilder(URI.create(intake))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(URI address) throws Exception {
        return http.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI page() {
        return URI.create(heed.await(line -> line.contains("  page")).replaceAll(".*(http://\\S+).*", "$1"));
    }

    /** Follows a topic until it has printed so many lines. */
    private List<String> awaitLine(int lines, String... arguments) {
        try (HeedProcess tail = command(arguments)) {
            Awaitility.await().atMost(START).until(() -> tail.lines().size() >= lines);
            return List.copyOf(tail.lines());
        }
    }

    private HeedProcess ended(String... arguments) throws InterruptedException {
        try (HeedProcess command = command(arguments)) {
            command.awaitExit();
            return command;
        }
    }

    private HeedProcess command(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = data.toString();
        return HeedProcess.start(FREE_PORTS, all);
    }
}

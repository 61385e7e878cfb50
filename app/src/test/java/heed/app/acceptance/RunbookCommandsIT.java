package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.documents.Documents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of the runbooks and of the API's description once, word for word but for the addresses, on a Heed
 * that has drops and rejected records.
 */
class RunbookCommandsIT {

    private static final Path RUNBOOKS = Path.of("..", "monitoring", "runbooks");
    /** The line above a block that is not run. */
    private static final Pattern NOT_RUN = Pattern.compile("^([^\\n]*)\\n+```(?!sh\\n)[a-z]+\\n", Pattern.MULTILINE);

    private static final Pattern FILTER = Pattern.compile("grep -E '\\^\\((.*)\\)'");
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private static final Pattern MAY_BE_EMPTY = Pattern.compile("\\./heed tail (silences|episodes|movements)");

    @TempDir
    private Path directory;

    @Test
    void everyCommandShowsWhatTheRunbookSendsOneToLookFor() throws Exception {
        // Given
        Set<String> commands = commands();
        installProgram();
        try (HeedProcess up = shell("./heed up")) {
            up.await(line -> line.contains("Ctrl-C stops it"));
            String page = printed(up, "  page", "http://(\\S+:\\d+)");
            String kafka = printed(up, "  Kafka", "(127\\S+:\\d+)");
            try (var topics = new CommittedTopics(kafka, URI.create(printed(up, "  registry", "(http\\S+)")))) {
                Load.of(30_000, 10, 31).writeTo(topics);
                send(printed(up, "  intake", "(http\\S+)"));
                Awaitility.await().atMost(LIMIT).until(() -> topics.isWorkedOff("heed"));
            }

            String drop = dropId(page);

            // When // Then
            assertThat(commands).hasSizeGreaterThan(15);
            for (String command : commands) {
                run(command.replace("127.0.0.1:8080", page)
                        .replace("127.0.0.1:29092", kafka)
                        .replace("DROP_ID", drop));
            }
        }
    }

    @Test
    void whatIsNotRunIsMarkedAsNeedingAContainerEngine() throws IOException {
        // When
        String all = text();

        // Then
        assertThat(NOT_RUN.matcher(all).results()).hasSize(2).allSatisfy(block -> assertThat(block.group(1))
                .contains("needs a container engine"));
    }

    private static Set<String> commands() throws IOException {
        Set<String> commands = new TreeSet<>();
        Pattern.compile("^```sh\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text() + Documents.text("docs/api.md"))
                .results()
                .forEach(block -> commands.add(block.group(1).strip()));
        return commands;
    }

    private static String text() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(RUNBOOKS)) {
            for (Path file : files.sorted().toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private void run(String command) throws Exception {
        try (HeedProcess process = shell(command)) {
            if (MAY_BE_EMPTY.matcher(command).lookingAt()) {
                // Follows for ever, and here there may be none: it must neither end nor complain.
                assertThat(process.endsWithin(Duration.ofSeconds(3))).isFalse();
                assertThat(process.lines()).noneMatch(line -> !line.startsWith("{"));
            } else if (command.startsWith("./heed tail ")) {
                process.await(line -> line.startsWith("{") && line.contains(expected(command)));
            } else {
                assertThat(process.awaitExit())
                        .as(command + "\n" + process.text())
                        .isZero();
                assertThat(process.text()).as(command).contains(expected(command));
                filtered(command)
                        .forEach(name ->
                                assertThat(process.lines()).as(command).anyMatch(line -> line.startsWith(name)));
            }
        }
    }

    /** Returns what a command prints where all is well. */
    private static String expected(String command) {
        if (command.contains("/health/")) {
            return "\"status\":\"ok\"";
        }
        Map<String, String> words = Map.of(
                "./heed doctor", "No problem found.",
                "./heed topics --check", "Topics are as they must be.",
                "./heed recount", "The scores equal the recount.",
                "./heed questionnaires list", "fft-2020",
                "./heed tail drops --from-beginning", "\"state\":\"OPEN\"",
                "./heed tail rejected --from-beginning", "reason",
                "du -sh data", "data");
        if (command.startsWith("kcat ")) {
            return "topic \"heed.feedback.v1\"";
        }
        if (command.contains("/actions")) {
            return "\"action_id\":\"4f0c6c1e-0000-4000-8000-000000000001\"";
        }
        if (command.startsWith("curl ") || command.startsWith("./heed audit ")) {
            return "";
        }
        assertThat(words)
                .as("a runbook has a command that this test does not know")
                .containsKey(command);
        return words.get(command);
    }

    /** Returns the beginnings of metrics' names that a command looks for, all of which must be there. */
    private static List<String> filtered(String command) {
        return FILTER.matcher(command)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split("\\|", -1)))
                .toList();
    }

    /**
     * Sends today's answers: of each ward of a hospital with a drop enough to say how it is now, of another the first.
     */
    private void send(String intake) throws Exception {
        String answer = "{\"hospital\":%s,\"questionnaire\":\"fft-2020\",\"given_at\":\""
                + "'\"$(date -u +%%Y-%%m-%%dT%%H:%%M:%%SZ)\"'\",\"answers\":{\"overall\":\"good\"}}";
        try (HeedProcess curl = shell("curl -sS " + intake + " -H 'Content-Type: application/json' -d '["
                + Stream.of("W0", "W1", "W2")
                        .map(ward -> answer.formatted("\"T00\",\"unit\":\"" + ward + "\"") + ",")
                        .map(each -> each.repeat(12))
                        .collect(Collectors.joining())
                + answer.formatted("\"H1\"") + "]'")) {
            assertThat(curl.awaitExit()).isZero();
            assertThat(curl.text()).contains("\"accepted\"");
        }
    }

    /** Returns the id of a drop that the page of this Heed shows, once it shows one. */
    private static String dropId(String page) {
        HttpRequest drops = HttpRequest.newBuilder(URI.create("http://" + page + "/api/v1/drops"))
                .build();
        HttpClient client = HttpClient.newHttpClient();
        return Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> Pattern.compile("\"drop_id\":\"([^\"]+)\"")
                                .matcher(client.send(drops, HttpResponse.BodyHandlers.ofString())
                                        .body())
                                .results()
                                .map(found -> found.group(1))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String printed(HeedProcess up, String what, String pattern) {
        String line = up.await(each -> each.contains(what));
        return Pattern.compile(pattern)
                .matcher(line)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private HeedProcess shell(String command) {
        return HeedProcess.shell(
                directory,
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0", "TMPDIR", directory.toString()),
                command);
    }

    private void installProgram() throws IOException {
        Path heed = directory.resolve("heed");
        Files.writeString(heed, "#!/usr/bin/env bash\nexec '" + String.join("' '", HeedProcess.java()) + "' \"$@\"\n");
        assertThat(heed.toFile().setExecutable(true)).isTrue();
    }
}

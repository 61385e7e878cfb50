package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.documents.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command that the README shows and the documents after it, in the order of reading, word for word but for
 * ports.
 */
class DocumentCommandsIT {

    private static final List<String> DOCUMENTS =
            List.of("README.md", "docs/send-feedback.md", "docs/questionnaires.md", "docs/read-results.md");
    /** What {@code ./heed tail scores} shows of the questionnaire that was sent last. */
    private static final Map<String, List<String>> SCORES = Map.of(
            "fft-2020", List.of("\"fft-2020.positive\"", "\"suppressed\":true"),
            "meals-1", List.of("\"meals-1.choice\"", "\"score\":5000"));

    private static final Pattern SENT = Pattern.compile("\"questionnaire\": \"([^\"]+)\"");

    @TempDir
    private Path directory;

    private String sent = "";

    @Test
    void everyCommandDoesWhatTheTextSays() throws Exception {
        // Given
        List<String> commands = DOCUMENTS.stream()
                .flatMap(document -> Documents.blocks(document, "sh").stream())
                .toList();
        installProgram();

        // When // Then
        assertThat(commands.subList(0, 2)).containsExactly("./heed demo", "./heed up");
        try (HeedProcess demo = shell(commands.get(0))) {
            demo.await(line -> line.contains("Ctrl-C stops everything"));
        }
        for (int from = 1; from < commands.size(); from = runUp(commands, from)) {
            assertThat(commands.get(from)).startsWith("./heed up");
        }
    }

    /** Starts the {@code ./heed up} at {@code at}, runs what follows it, and returns the place of the next one. */
    private int runUp(List<String> commands, int at) throws Exception {
        try (HeedProcess up = shell(commands.get(at))) {
            String intake = up.await(line -> line.contains("POST http://"));
            up.await(line -> line.contains("Ctrl-C stops it"));
            String port = Pattern.compile("127\\.0\\.0\\.1:(\\d+)")
                    .matcher(intake)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .findFirst()
                    .orElseThrow();
            int next = at + 1;
            while (next < commands.size() && !commands.get(next).startsWith("./heed up")) {
                run(commands.get(next++).replace("127.0.0.1:8081", "127.0.0.1:" + port));
            }
            return next;
        }
    }

    private void run(String command) throws Exception {
        try (HeedProcess process = shell(command.contains(" && ") ? "bash -c '" + command + "'" : command)) {
            if (command.startsWith("curl ")) {
                sent = SENT.matcher(command)
                        .results()
                        .map(found -> found.group(1))
                        .findFirst()
                        .orElseThrow();
                assertThat(process.awaitExit()).isZero();
                assertThat(process.text()).contains("\"accepted\"");
            } else if (command.startsWith("./heed import ")) {
                assertThat(process.awaitExit()).as(process.text()).isZero();
                assertThat(process.text())
                        .contains("Imported " + (command.contains("ncpes") ? 35_065 : 86_591) + " responses");
            } else if (command.startsWith("mkdir ")) {
                assertThat(process.awaitExit()).as(process.text()).isZero();
                Path copied = directory.resolve("questionnaires/meals-1.yaml");
                assertThat(copied).content().contains("id: experience-1");
                Files.writeString(copied, questionnaire());
            } else if (command.startsWith("./heed questionnaires check ")) {
                assertThat(process.awaitExit()).as(process.text()).isZero();
                assertThat(process.text()).contains("valid. Meals on the ward (meals-1): 2 questions, 2 measures.");
            } else if (command.startsWith("./heed tail scores ")) {
                process.await(line -> SCORES.get(sent).stream().allMatch(line::contains));
            } else if (command.startsWith("./heed tail ")) {
                // Follows for ever, and there is no drop yet: it must neither end nor complain.
                assertThat(process.endsWithin(Duration.ofSeconds(6))).isFalse();
                assertThat(process.lines()).isEmpty();
            } else {
                throw new AssertionError("A document has a command that this test does not know: " + command);
            }
        }
    }

    /** Returns what the text says to write into the copied file. */
    private static String questionnaire() {
        return Documents.blocks("docs/questionnaires.md", "yaml").get(0);
    }

    private HeedProcess shell(String command) {
        return HeedProcess.shell(
                directory,
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0", "TMPDIR", directory.toString()),
                command);
    }

    /** Puts the built program where the reader has it, without the launcher's build. */
    private void installProgram() throws IOException {
        Path heed = directory.resolve("heed");
        Files.writeString(heed, "#!/usr/bin/env bash\nexec '" + String.join("' '", HeedProcess.java()) + "' \"$@\"\n");
        assertThat(heed.toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(directory.resolve("connectors"), Documents.ROOT.resolve("connectors"));
        Files.createSymbolicLink(directory.resolve("schemas"), Documents.ROOT.resolve("schemas"));
    }
}

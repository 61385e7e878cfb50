package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Runs every command that the README shows, in the README's order, word for word but for the intake's port. */
class ReadmeCommandsIT {

    private static final Pattern SHELL_BLOCK = Pattern.compile("^```sh\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @Test
    void everyCommandDoesWhatTheReadmeSays() throws Exception {
        // Given
        List<String> commands = SHELL_BLOCK
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(block -> block.group(1).strip())
                .toList();
        assertThat(commands.subList(0, 2)).containsExactly("./heed demo", "./heed up");
        installProgram();

        // When
        try (HeedProcess demo = shell(commands.get(0))) {
            demo.await(line -> line.contains("Ctrl-C stops everything"), LIMIT);
        }
        for (int from = 1; from < commands.size(); from = runUp(commands, from)) {
            assertThat(commands.get(from)).startsWith("./heed up");
        }
    }

    /** Starts the {@code ./heed up} at {@code at}, runs what follows it, and returns the place of the next one. */
    private int runUp(List<String> commands, int at) throws Exception {
        try (HeedProcess up = shell(commands.get(at))) {
            String intake = up.await(line -> line.contains("POST http://"), LIMIT);
            up.await(line -> line.contains("Ctrl-C stops it"), LIMIT);
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
                assertThat(process.awaitExit(LIMIT)).isZero();
                assertThat(process.text()).contains("\"accepted\"");
            } else if (command.startsWith("./heed import ")) {
                assertThat(process.awaitExit(LIMIT)).as(process.text()).isZero();
                assertThat(process.text())
                        .contains("Imported " + (command.contains("ncpes") ? 35_065 : 86_591) + " responses");
            } else if (command.startsWith("mkdir ")) {
                assertThat(process.awaitExit(LIMIT)).as(process.text()).isZero();
                Path copied = directory.resolve("questionnaires/meals-1.yaml");
                assertThat(copied).content().contains("id: experience-1");
                Files.writeString(copied, questionnaire());
            } else if (command.startsWith("./heed questionnaires check ")) {
                assertThat(process.awaitExit(LIMIT)).as(process.text()).isZero();
                assertThat(process.text()).contains("valid. Meals on the ward (meals-1): 2 questions, 2 measures.");
            } else if (command.startsWith("./heed tail scores ")) {
                process.await(line -> line.contains("\"meals-1.choice\"") && line.contains("\"score\":5000"), LIMIT);
            } else if (command.startsWith("./heed tail ")) {
                // Follows for ever, and there is no drop yet: it must neither end nor complain. A month of figures
                // suffices to learn.
                assertThat(process.endsWithin(Duration.ofSeconds(6))).isFalse();
                assertThat(process.lines()).allMatch(line -> line.contains("\"phase\":\"LEARNED\""));
            } else {
                throw new AssertionError("The README has a command that this test does not know: " + command);
            }
        }
    }

    /** Returns what the README says to write into the copied file. */
    private static String questionnaire() throws IOException {
        return Pattern.compile("^```yaml\n(id: .*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map(block -> block.group(1))
                .findFirst()
                .orElseThrow();
    }

    private HeedProcess shell(String command) {
        return HeedProcess.shell(
                directory,
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0", "TMPDIR", directory.toString()),
                command);
    }

    /** Puts the built program where the README's reader has it, without the launcher's build. */
    private void installProgram() throws IOException {
        Path heed = directory.resolve("heed");
        Files.writeString(heed, "#!/usr/bin/env bash\nexec '" + String.join("' '", HeedProcess.java()) + "' \"$@\"\n");
        assertThat(heed.toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(directory.resolve("connectors"), ROOT.resolve("connectors"));
        Files.createSymbolicLink(directory.resolve("schemas"), ROOT.resolve("schemas"));
    }
}

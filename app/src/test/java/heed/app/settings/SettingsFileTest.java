package heed.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Holds the file that a user reads and the settings that are declared together, in both directions. */
class SettingsFileTest {

    private static final Path FILE = Path.of("..", "heed.yaml");

    @Test
    void listsEveryKeyInOrderWithItsDefaultAndNoOther() {
        // When
        List<SettingProblem> problems = new ArrayList<>();
        List<SettingValue> inFile = YamlSource.read(FILE, problems);

        // Then
        assertThat(problems).isEmpty();
        assertThat(inFile)
                .extracting(SettingValue::key, SettingValue::value)
                .containsExactlyElementsOf(DeclaredSettings.all().stream()
                        .map(setting -> org.assertj.core.groups.Tuple.tuple(setting.key(), setting.defaultText()))
                        .toList());
    }

    @Test
    void givesTheSameSettingsAsNoFile() {
        // When
        Settings fromFile = SettingsReader.read(Optional.of(FILE), Map.of(), Map.of());

        // Then
        assertThat(fromFile).isEqualTo(SettingsReader.read(Optional.empty(), Map.of(), Map.of()));
    }

    @Test
    void explainsEveryKeyInTheLineAboveItOrAboveItsGroup() throws IOException {
        // Given
        List<String> lines = Files.readAllLines(FILE);

        // When
        List<String> unexplained = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            boolean isKey = line.matches("[a-z-]+:( .*)?") && !line.endsWith(":");
            boolean isPort = line.startsWith("port:");
            if (isKey && !isPort && !lines.get(i - 1).strip().startsWith("#")) {
                unexplained.add(line);
            }
        }

        // Then
        assertThat(unexplained).isEmpty();
    }
}

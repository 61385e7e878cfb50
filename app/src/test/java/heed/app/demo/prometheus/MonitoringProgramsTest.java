package heed.app.demo.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringProgramsTest {

    @TempDir
    private Path first;

    @TempDir
    private Path second;

    @Test
    void findsBothOnTheSearchPathUnderDebiansNameOrTheMakers() throws IOException {
        // Given
        Path prometheus = program(second, "prometheus");
        Path makers = program(second, "alertmanager");

        // When
        MonitoringPrograms found = MonitoringPrograms.find(first + ":" + second);
        Path debians = program(first, "prometheus-alertmanager");

        // Then
        assertThat(found).isEqualTo(new MonitoringPrograms(prometheus, makers));
        assertThat(MonitoringPrograms.find(first + ":" + second).alertmanager()).isEqualTo(debians);
    }

    @Test
    void saysWhichPackagesToInstall() throws IOException {
        // Given
        program(first, "prometheus");

        // When // Then
        assertThatThrownBy(() -> MonitoringPrograms.find(first.toString()))
                .hasMessage("--with-prometheus needs programs that are not installed: prometheus-alertmanager."
                        + " Install them (Debian, Ubuntu: sudo apt-get install -y --no-install-recommends"
                        + " prometheus-alertmanager), or leave the option out.");
        assertThatThrownBy(() -> MonitoringPrograms.find(""))
                .hasMessageContaining("not installed: prometheus prometheus-alertmanager. Install");
    }

    private static Path program(Path directory, String name) throws IOException {
        Path program = Files.createFile(directory.resolve(name));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }
}

package heed.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrometheusFilesIT {

    private static final Path CONFIGURATION = Path.of("prometheus", "prometheus.yml");

    @Test
    void prometheusAcceptsItsConfiguration() throws Exception {
        // When
        Check check = check(CONFIGURATION);

        // Then
        assertThat(check.output()).contains("SUCCESS");
        assertThat(check.exitCode()).isZero();
    }

    @Test
    void prometheusRefusesAConfigurationWithAMisspeltKey(@TempDir Path directory) throws Exception {
        // Given
        Path wrong = directory.resolve("prometheus.yml");
        Files.writeString(wrong, Files.readString(CONFIGURATION).replace("scrape_interval", "scrape_intervall"));

        // When
        Check check = check(wrong);

        // Then
        assertThat(check.exitCode()).isNotZero();
    }

    private static Check check(Path file) throws IOException, InterruptedException {
        Process promtool = new ProcessBuilder(List.of("promtool", "check", "config", file.toString()))
                .redirectErrorStream(true)
                .start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Check(promtool.exitValue(), output);
    }

    private record Check(int exitCode, String output) {}
}

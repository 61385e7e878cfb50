package heed.monitoring.meters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

    @Test
    void everyRuleIsValidAndEveryTestOfARuleHolds() throws Exception {
        // When
        Check rules = run(Stream.concat(
                Stream.of("promtool", "check", "rules"),
                Rules.files("rules").stream().map(Path::toString)));
        Check tests = run(Stream.concat(
                Stream.of("promtool", "test", "rules"),
                Rules.files("tests").stream().map(Path::toString)));

        // Then
        assertThat(rules.exitCode()).as(rules.output()).isZero();
        assertThat(tests.exitCode()).as(tests.output()).isZero();
        assertThat(tests.output().lines().filter(line -> line.contains("SUCCESS")))
                .hasSameSizeAs(Rules.files("tests"));
    }

    @Test
    void alertmanagerAcceptsItsConfiguration() throws Exception {
        // When
        Check check = run(Stream.of("amtool", "check-config", "alertmanager/alertmanager.yml"));

        // Then
        assertThat(check.output()).contains("SUCCESS", "1 receivers", "3 inhibit rules");
        assertThat(check.exitCode()).isZero();
    }

    private static Check check(Path file) throws IOException, InterruptedException {
        return run(Stream.of("promtool", "check", "config", file.toString()));
    }

    private static Check run(Stream<String> command) throws IOException, InterruptedException {
        Process promtool =
                new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
        String output = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Check(promtool.exitValue(), output);
    }

    private record Check(int exitCode, String output) {}
}

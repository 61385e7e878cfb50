package heed.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhooksCheckTest {

    @TempDir
    private Path directory;

    private List<Finding> check(String webhooks) throws IOException {
        Path file = Files.writeString(directory.resolve("webhooks.yaml"), webhooks);
        return new WebhooksCheck(
                        SettingsReader.read(Optional.empty(), Map.of(), Map.of("intake.webhooks", file.toString())))
                .run();
    }

    @Test
    void namesWhatIsWrongWithTheFileAndWhatItNames() throws IOException {
        // When
        List<Finding> findings = check("vendor: {signed: typeform, secret: gone, mapping: gone.yaml}\n");

        // Then
        assertThat(findings).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.isProblem()).isTrue();
            assertThat(finding.what()).contains("webhooks.yaml:1: cannot read " + directory.resolve("gone"));
            assertThat(finding.remedy()).isEqualTo("Mend the file that intake.webhooks names");
        });
    }

    @Test
    void saysHowManyAreReadable() throws IOException {
        // Given
        Files.writeString(directory.resolve("secret"), "a secret of the tests");
        Files.writeString(
                directory.resolve("mapping.yaml"),
                """
                questionnaire: fft-2020
                source: vendor
                id: {column: /id}
                hospital: {column: /hospital}
                given_at: {column: /at}
                answers: {overall: {column: /q1}}
                """);

        // When
        List<Finding> findings = check("vendor: {signed: typeform, secret: secret, mapping: mapping.yaml}\n");

        // Then
        assertThat(findings).containsExactly(Finding.ok("webhooks whose mappings and secrets are readable: 1"));
    }
}

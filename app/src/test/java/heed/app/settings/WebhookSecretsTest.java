package heed.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookSecretsTest {

    @TempDir
    private Path directory;

    @Test
    void readsSecretsFromVariablesAndFilesAndPrintsNeither() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("secret"), "CANARY of a file\n");
        Map<String, String> environment = Map.of(
                "HEED_WEBHOOK_SECRET_FLOW",
                "CANARY of a variable",
                "HEED_WEBHOOK_FORMER_SECRET_FLOW_FILE",
                file.toString());

        // When
        Settings settings =
                SettingsReader.read(Optional.empty(), environment, Map.of("intake.webhooks", "webhooks.yaml"));

        // Then
        assertThat(settings.intake().webhookSecrets().byVariable())
                .containsOnly(
                        Map.entry("HEED_WEBHOOK_SECRET_FLOW", "CANARY of a variable"),
                        Map.entry("HEED_WEBHOOK_FORMER_SECRET_FLOW", "CANARY of a file"));
        assertThat(settings.toString())
                .contains("secrets by [HEED_WEBHOOK_FORMER_SECRET_FLOW, HEED_WEBHOOK_SECRET_FLOW]")
                .doesNotContain("CANARY");
    }

    @Test
    void refusesASecretThatIsGivenTwiceOrTakenForAFile() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("secret"), "CANARY of a file");
        Map<String, String> environment = Map.of(
                "HEED_WEBHOOK_SECRET_FLOW",
                "CANARY of a variable",
                "HEED_WEBHOOK_SECRET_FLOW_FILE",
                file.toString(),
                "HEED_WEBHOOK_SECRET_CSV_FILE",
                "CANARY of a webhook called csv-file");

        // When // Then
        assertThatThrownBy(() ->
                        SettingsReader.read(Optional.empty(), environment, Map.of("intake.webhooks", "webhooks.yaml")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "HEED_WEBHOOK_SECRET_FLOW and HEED_WEBHOOK_SECRET_FLOW_FILE are both set: take one away")
                .hasMessageContaining("HEED_WEBHOOK_SECRET_CSV (variable HEED_WEBHOOK_SECRET_CSV_FILE): can't be read:"
                        + " NoSuchFileException; it must name a file")
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void refusesSecretsOfNoFileOrThatCantBeReadAndSaysNone() {
        // Given
        Path gone = directory.resolve("gone");
        Map<String, String> environment =
                Map.of("HEED_WEBHOOK_SECRET_FLOW", "CANARY", "HEED_WEBHOOK_SECRET_FORM_FILE", gone.toString());

        // When // Then
        assertThatThrownBy(() -> SettingsReader.read(Optional.empty(), environment, Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(
                        "HEED_WEBHOOK_SECRET_FORM (variable HEED_WEBHOOK_SECRET_FORM_FILE): can't be read")
                .hasMessageContaining(
                        "secrets by [HEED_WEBHOOK_SECRET_FLOW] are given, and intake.webhooks names no file:"
                                + " name it, or take them away")
                .hasMessageNotContaining("CANARY");
    }
}

package heed.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.monitoring.access.provider.ClaimMapping;
import heed.monitoring.access.provider.ProviderSettings;
import heed.schemas.access.Role;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderSettingsTest {

    private static final Map<String, String> SECRET = Map.of("HEED_PROVIDER_CLIENT_SECRET", "between us");

    @TempDir
    private Path directory;

    private static Map<String, String> options(String... more) {
        Map<String, String> options = new HashMap<>(Map.of(
                "access.people", "provider",
                "page.public-url", "https://heed.example.nhs.uk",
                "provider.issuer", "https://id.example.nhs.uk/realms/staff",
                "provider.client-id", "heed",
                "provider.roles", "/Heed/Lead = lead, heed-ward=ward"));
        for (int i = 0; i < more.length; i += 2) {
            options.put(more[i], more[i + 1]);
        }
        return options;
    }

    private static Settings read(Map<String, String> environment, Map<String, String> options) {
        return SettingsReader.read(Optional.empty(), environment, options);
    }

    private static String refusal(Map<String, String> environment, Map<String, String> options) {
        return catchThrowableOfType(SettingsException.class, () -> read(environment, options))
                .getMessage();
    }

    @Test
    void knowTheProviderAndKeepTheSecretFromWhoeverPrintsThem() {
        // When
        Settings settings = read(SECRET, options());

        // Then
        ProviderSettings provider = settings.access().provider().orElseThrow();
        assertThat(provider)
                .isEqualTo(new ProviderSettings(
                        URI.create("https://id.example.nhs.uk/realms/staff"),
                        "heed",
                        new ProviderSettings.ClientSecret("between us"),
                        List.of("profile"),
                        List.of("RS256", "PS256", "ES256"),
                        Duration.ofSeconds(30),
                        URI.create("https://heed.example.nhs.uk/"),
                        new ClaimMapping(
                                "roles",
                                List.of(
                                        new ClaimMapping.Meaning("/Heed/Lead", Role.LEAD),
                                        new ClaimMapping.Meaning("heed-ward", Role.WARD)),
                                "hospitals",
                                "units",
                                "name",
                                "preferred_username")));
        assertThat(settings.page().allNames()).containsExactly("heed.example.nhs.uk");
        assertThat(settings.toString()).contains("secret=***").doesNotContain("between us");
    }

    @Test
    void takeTheSecretFromAFile() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("secret"), "from a file\n");

        // When
        Settings settings = read(Map.of("HEED_PROVIDER_CLIENT_SECRET_FILE", file.toString()), options());

        // Then
        assertThat(settings.access().provider().orElseThrow().secret().value()).isEqualTo("from a file");
    }

    @Test
    void sayAllThatIsMissingAndWhatItIsFor() {
        // When
        String refusal = refusal(Map.of(), Map.of("access.people", "provider"));

        // Then
        assertThat(refusal)
                .startsWith("5 problems")
                .contains(
                        "which needs page.public-url: where browsers reach the page",
                        "which needs provider.issuer: ",
                        "which needs provider.client-id: ",
                        "which needs provider.roles: ",
                        "HEED_PROVIDER_CLIENT_SECRET_FILE names a file that has it");
    }

    @Test
    void refuseWhatIsNotSafe() throws IOException {
        // Given
        Path empty = Files.writeString(directory.resolve("empty"), "\n");

        // When // Then
        assertThat(refusal(SECRET, options("provider.issuer", "http://id.example.nhs.uk")))
                .contains("provider.issuer must begin with https://");
        assertThat(refusal(SECRET, options("page.public-url", "http://heed.example.nhs.uk")))
                .contains("page.public-url must begin with https://");
        assertThat(refusal(SECRET, options("provider.algorithms", "RS256,none")))
                .contains("must be one or several");
        assertThat(refusal(SECRET, options("provider.algorithms", "HS256"))).contains("must be one or several");
        assertThat(refusal(SECRET, options("provider.roles", "heed-lead=chief")))
                .contains("must be WORD=ROLE");
        assertThat(refusal(Map.of("HEED_PROVIDER_CLIENT_SECRET_FILE", empty.toString()), options()))
                .contains("which needs the client's secret");
        assertThat(refusal(Map.of(), options("provider.client-secret", "between us")))
                .contains("provider.client-secret")
                .doesNotContain("between us");
    }

    @Test
    void allowAnAddressOfThisMachinesOwnInTheClear() {
        // When
        Settings settings = read(
                SECRET,
                options("provider.issuer", "http://127.0.0.1:8180/x", "page.public-url", "http://localhost:8080"));

        // Then
        assertThat(settings.access().provider()).isPresent();
    }
}

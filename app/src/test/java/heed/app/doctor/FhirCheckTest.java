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

class FhirCheckTest {

    @TempDir
    private Path directory;

    private List<Finding> check(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("fhir.yaml"), text);
        return new FhirCheck(SettingsReader.read(Optional.empty(), Map.of(), Map.of("intake.fhir", file.toString())))
                .run();
    }

    @Test
    void namesWhatIsWrongWithTheFileAndWhatItNames() throws IOException {
        // When
        List<Finding> findings = check("https://forms.example/fft|2: gone.yaml\n");

        // Then
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.isProblem()).isTrue();
            assertThat(finding.what()).contains("fhir.yaml:1: cannot read " + directory.resolve("gone.yaml"));
            assertThat(finding.remedy()).isEqualTo("Mend the file that intake.fhir names");
        });
    }

    @Test
    void saysHowManyAreReadable() throws IOException {
        // Given
        Files.writeString(
                directory.resolve("mapping.yaml"),
                """
                questionnaire: fft-2020
                source: epr
                id: {column: id}
                hospital: {column: "subject|urn:hospitals"}
                given_at: {column: authored}
                answers: {overall: {column: "item:q1"}}
                """);

        // When
        List<Finding> findings = check("https://forms.example/fft|2: mapping.yaml\n");

        // Then
        assertThat(findings)
                .containsExactly(Finding.ok(
                        "questionnaires whose FHIR responses are taken, with mappings that are readable: 1"));
    }
}

package heed.connectors.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.schemas.yaml.FileProblemsException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FhirMappingsTest {

    @TempDir
    private Path directory;

    @Test
    void saysEverythingThatIsWrongWithTheFileAndWhatItNames() {
        // Given
        var files = new FhirFiles(directory);
        files.write(
                "wrong.yaml",
                """
                questionnaire: fft-2020
                source: x
                hospital: {column: "subject"}
                given_at: {column: authored}
                answers: {overall: {column: "item:q1"}}
                id: {column: /id}
                """);
        files.write(
                "no-id.yaml",
                """
                questionnaire: fft-2020
                source: x
                hospital: {value: R1H}
                given_at: {column: authored}
                answers: {overall: {column: "item:q1"}}
                """);

        // When
        var thrown = catchThrowableOfType(
                FileProblemsException.class,
                () -> files.read(
                        """
                        forms/fft: fft.yaml
                        https://forms.example/a|1|2: fft.yaml
                        https://forms.example/b|1: wrong.yaml
                        https://forms.example/c|1: gone.yaml
                        https://forms.example/d|1: no-id.yaml
                        """));

        // Then
        String url = "a questionnaire is its URL with its version, as https://forms.example/fft|2";
        assertThat(thrown.problems())
                .extracting(problem -> problem.substring(problem.indexOf("fhir.yaml") + "fhir.yaml".length()))
                .containsExactlyInAnyOrder(
                        ":1: " + url,
                        ":2: " + url,
                        ":3: wrong.yaml: 'subject' is nothing of a QuestionnaireResponse; " + ResponseColumn.ALLOWED,
                        ":3: wrong.yaml: '/id' is nothing of a QuestionnaireResponse; " + ResponseColumn.ALLOWED,
                        ":4: cannot read " + directory.resolve("gone.yaml") + ": NoSuchFileException",
                        ":5: the mapping says no id, by which a delivery that comes again is known");
    }

    @Test
    void countsWhatItReads() {
        // When
        FhirMappings read = new FhirFiles(directory).all();

        // Then
        assertThat(read.count()).isEqualTo(2);
        assertThat(FhirMappings.none().count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "status",
                "item:",
                "item",
                "extension:",
                "subject",
                "source.x y|s",
                "subject|",
                "performer|s",
                "authored|s",
                "encounter.a.b.c.d.e|s",
                "item:q1|"
            })
    void knowsNoColumnOfAnotherForm(String text) {
        // When
        Optional<ResponseColumn> column = ResponseColumn.of(text);

        // Then
        assertThat(column).isEmpty();
    }

    @Test
    void quotesALinkIdForFhirPath() {
        // When
        String expression = ResponseColumn.of("item:it's").orElseThrow().expression("QuestionnaireResponse");

        // Then
        assertThat(expression).isEqualTo("QuestionnaireResponse.item.where(linkId='it\\'s')");
    }
}

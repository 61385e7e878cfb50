package heed.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.yaml.FileProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MappingReaderTest {

    private static final Questionnaires SHIPPED = Questionnaires.shipped();

    @Test
    void saysAllThatIsWrongAtOnceWithItsLine() {
        // Given
        String yaml =
                """
                questionaire: fft-2020
                questionnaire: fft-2021
                source: my file
                file: {format: xls, delimiter: "::", encoding: latin1, header: first}
                leave_out: {Trust: "("}
                hospital: {column: Trust, value: RQX}
                given_at: {column: Date, format: "d/Q'", zone: Londn}
                channel: {column: Mode, words: {Tab: kisk}}
                """;

        // When // Then
        assertThatThrownBy(() -> MappingReader.read("m.yaml", yaml, SHIPPED))
                .isInstanceOf(FileProblemsException.class)
                .hasMessageContaining(
                        "m.yaml:1: the file has an unknown key 'questionaire'; the nearest is questionnaire")
                .hasMessageContaining("m.yaml:2: there is no questionnaire 'fft-2021'; the nearest is fft-2020")
                .hasMessageContaining("m.yaml:3: source must match ")
                .hasMessageContaining("m.yaml:4: file: format must be one of csv, tsv, ndjson, xlsx; the nearest is ")
                .hasMessageContaining("m.yaml:4: file: delimiter must be one character")
                .hasMessageContaining("m.yaml:4: file: encoding must be one of utf-8, utf-16, windows-1252; ")
                .hasMessageContaining("m.yaml:4: file: header must be a line as 3, lines as 3-4, or none")
                .hasMessageContaining("m.yaml:5: leave_out: no regular expression: ")
                .hasMessageContaining("m.yaml:6: hospital needs either a column or a value")
                .hasMessageContaining("m.yaml:7: given_at: format must be letters as ")
                .hasMessageContaining("m.yaml:7: given_at: zone must be a name of the time zone database")
                .hasMessageContaining(
                        "m.yaml:8: channel.words: 'kisk' is none of sms, web, kiosk, paper, phone; the nearest is kiosk");
    }

    @Test
    void answersAreOfTheQuestionnaire() {
        // Given
        String yaml =
                """
                questionnaire: fft-2020
                source: x
                given_at: {column: Date}
                answers:
                  overal: {column: Q1}
                  overall: {column: Q1, numbers: 5, words: {Super: verygood}}
                """;

        // When // Then
        assertThatThrownBy(() -> MappingReader.read("m.yaml", yaml, SHIPPED))
                .hasMessageContaining("m.yaml:1: the file lacks 'hospital'")
                .hasMessageContaining("m.yaml:5: fft-2020 has no question 'overal'; the nearest is overall")
                .hasMessageContaining("m.yaml:6: answers.overall: numbers is what stands for the first answer")
                .hasMessageContaining("m.yaml:6: answers.overall.words: 'verygood' is none of very_good, ");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everyMappingThatIsShippedIsRight(String name) {
        // When
        Mapping mapping = MappingReader.read(name, ShippedMappings.text(name), SHIPPED);

        // Then
        assertThat(mapping.source()).isEqualTo(name);
    }

    @Test
    void theExampleOfTheDocumentIsRight() throws IOException {
        // Given
        String document = Files.readString(Path.of("..", "docs", "import.md"));
        String yaml = document.substring(document.indexOf("```yaml\n") + 8, document.indexOf("\n```\n"));

        // When
        Mapping mapping = MappingReader.read("import.md", yaml, SHIPPED);

        // Then
        assertThat(mapping.columns())
                .containsExactlyInAnyOrder(
                        "Trust",
                        "Response ID",
                        "Ward",
                        "Submitted",
                        "Mode",
                        "Lang",
                        "Age",
                        "Anything else?",
                        "How was it?");
    }

    private static List<String> shipped() {
        return ShippedMappings.names();
    }
}

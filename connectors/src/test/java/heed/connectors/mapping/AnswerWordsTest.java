package heed.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.questionnaire.Questionnaires;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerWordsTest {

    @ParameterizedTest
    @CsvSource({
        "very_good, very_good",
        "Very good, very_good",
        "VERY GOOD., very_good",
        "1 - Very good, very_good",
        "1. Very good, very_good",
        "Very good (1), very_good",
        "Dont Know, dont_know",
        "Don\u2019t know, dont_know",
        "1, very_good",
        "6.0, dont_know",
        "Brilliant, very_good",
        "-99, ''",
        "N/A, ''",
        "*, ''",
        "'', ''"
    })
    void readsWordsCodesNumbersAndNothing(String text, String code) {
        // When
        Optional<String> read = words("fft-2020", OptionalInt.of(1), Map.of("brilliant", "very_good"))
                .read(text);

        // Then
        assertThat(read).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"9, 9", "9.0, 9", "10 (very good), 10", "10 - very good, 10", "0, 0"})
    void aNumberThatIsAnAnswersCodeIsThatAnswer(String text, String code) {
        // When
        Optional<String> read =
                words("experience-1", OptionalInt.empty(), Map.of()).read(text);

        // Then
        assertThat(read).contains(code);
    }

    @Test
    void aNumberIsRefusedWhereTheMappingDoesNotSayWhatNumbersCount() {
        // Given
        AnswerWords words = words("fft-2020", OptionalInt.empty(), Map.of());

        // When
        Optional<String> number = words.read("1");
        Optional<String> fraction = words.read("1.5");
        Optional<String> unknown = words.read("Splendid");
        Optional<String> both = words.read("1 - Splendid");

        // Then
        assertThat(number).isEmpty();
        assertThat(fraction).isEmpty();
        assertThat(unknown).isEmpty();
        assertThat(both).isEmpty();
        assertThat(AnswerWords.advice("1")).startsWith("is a number that is no answer's code; say under numbers");
        assertThat(words("fft-2020", OptionalInt.of(1), Map.of()).read("7")).isEmpty();
        assertThat(words("fft-2020", OptionalInt.of(1), Map.of()).read("0")).isEmpty();
    }

    private static AnswerWords words(String questionnaire, OptionalInt numbers, Map<String, String> words) {
        var question = Questionnaires.shipped()
                .byId(questionnaire)
                .orElseThrow()
                .question("overall")
                .orElseThrow();
        return new AnswerWords(
                new AnswerMapping(question, new FieldMapping(Optional.of("q"), Optional.empty(), words), numbers));
    }
}

package heed.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateWordsTest {

    @ParameterizedTest
    @CsvSource({
        "0.06, once in 10 years",
        "0.33333333333333337, once in 3 years",
        "0.125, once in 8 years",
        "0.4, once in 2 years",
        "0.94, once a year",
        "0.96, once a year",
        "1, once a year",
        "1.5, 1.5 times a year",
        "12, 12 times a year",
        "52, 52 times a year",
        "208.57, 209 times a year (4 a week)",
        "36500, '36,500 times a year (700 a week)'"
    })
    void saysARateInWords(double aYear, String words) {
        // When // Then
        assertThat(RateWords.aYear(aYear)).isEqualTo(words);
    }
}

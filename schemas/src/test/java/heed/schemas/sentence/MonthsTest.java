package heed.schemas.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void callsTheMonthsAsTheLocalesDo(int month) {
        // Given
        LocalDate date = LocalDate.of(2026, month, 1);

        // When // Then
        assertThat(Months.WELSH.write(date)).isEqualTo(in(date, "cy"));
        assertThat(Months.ENGLISH.write(date)).isEqualTo(in(date, "en"));
    }

    private static String in(LocalDate date, String language) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag(language))
                .format(date);
    }
}

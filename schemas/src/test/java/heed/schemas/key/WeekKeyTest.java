package heed.schemas.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekKeyTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-W10",
        "2026-03-01, 2026-W09",
        "2021-01-03, 2020-W53",
        "2021-01-04, 2021-W01",
        "2024-12-30, 2025-W01",
        "0999-06-03, 0999-W23",
        "+12026-03-05, 12026-W10"
    })
    void writesTheCalendarWeekOfADay(LocalDate day, String week) {
        // When // Then
        assertThat(WeekKey.week(day)).isEqualTo(week);
    }
}

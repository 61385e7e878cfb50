package heed.schemas.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DaySpanTest {

    private static Stream<String> among(DaySpan span, String... days) {
        return Stream.of(days).filter(day -> span.has(LocalDate.parse(day)));
    }

    @Test
    void bothEndsAreAmongWhatTheyName() {
        // Given
        DaySpan days = DaySpan.of(Optional.of("2026-03-02"), Optional.of("2026-03-04"));
        DaySpan months = DaySpan.of(Optional.of("2026-02"), Optional.of("2026-02"));
        DaySpan open = DaySpan.of(Optional.empty(), Optional.of("2026-02"));

        // When // Then
        assertThat(among(days, "2026-03-01", "2026-03-02", "2026-03-04", "2026-03-05"))
                .containsExactly("2026-03-02", "2026-03-04");
        assertThat(among(months, "2026-01-31", "2026-02-01", "2026-02-28", "2026-03-01"))
                .containsExactly("2026-02-01", "2026-02-28");
        assertThat(among(open, "1999-01-01", "2026-02-28", "2026-03-01")).containsExactly("1999-01-01", "2026-02-28");
    }

    @Test
    void refusesWhatIsNoDayAndEndsInTheWrongOrder() {
        // When // Then
        assertThatThrownBy(() -> DaySpan.of(Optional.of("march"), Optional.empty()))
                .hasMessage("from must be a day or a month, such as 2026-03-01 or 2026-03, was 'march'.");
        assertThatThrownBy(() -> DaySpan.of(Optional.empty(), Optional.of("2026-13")))
                .hasMessage("to must be a day or a month, such as 2026-03-01 or 2026-03, was '2026-13'.");
        assertThatThrownBy(() -> DaySpan.of(Optional.of("2026-03"), Optional.of("2026-02-28")))
                .hasMessage("to 2026-02-28 is before from 2026-03-01.");
    }
}

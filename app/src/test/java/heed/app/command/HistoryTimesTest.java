package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTimesTest {

    private final HistoryTimes times = new HistoryTimes(ZoneId.of("Europe/London"));

    @ParameterizedTest
    @CsvSource({
        "2024-07-01, 2024-07-01T11:00:00Z",
        "2024-01-01, 2024-01-01T12:00:00Z",
        "2024-07-01T00:30, 2024-06-30T23:30:00Z",
        "2024-07-01 00:30:15.250, 2024-06-30T23:30:15.250Z",
        "2024-07-01T00:30Z, 2024-07-01T00:30:00Z",
        "2024-07-01T13:00+02:00, 2024-07-01T11:00:00Z",
        "1719831600000, 2024-07-01T11:00:00Z",
        "-1, 1969-12-31T23:59:59.999Z"
    })
    void readsTimesToTheMillisecond(String text, Instant expected) {
        // When
        Optional<Long> read = times.read(text);

        // Then
        assertThat(read).contains(expected.toEpochMilli());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "2024-02-30", "2024-7-1", "01/07/2024", "24:00", "253402300800000", "soon"})
    void readsNothingElse(String text) {
        // When
        Optional<Long> read = times.read(text);

        // Then
        assertThat(read).isEmpty();
    }
}

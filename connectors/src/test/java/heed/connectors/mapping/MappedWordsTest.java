package heed.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import heed.connectors.submission.DerivedIds;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedWordsTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({"email, web", "QR, web", "SMS, sms", "tablet, kiosk", "Telephone, phone", "Postcard, paper", "Other, ''"
    })
    void readsChannels(String text, String channel) {
        // When // Then
        assertThat(MappedWords.channel(text)).contains(channel);
        assertThat(MappedWords.channel("carrier pigeon")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Ward 7 (AMU), Ward-7-AMU",
        "Ward-7, Ward-7",
        "St. Mary's / A&E, St.-Marys-A-E",
        "M\u00F4n, Mon",
        "(a), a"
    })
    void readsNamesOfUnitsAsCodes(String text, String code) {
        // When // Then
        assertThat(MappedWords.code(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"85 and over, 85+", "85+, 85+", "16 to 24, 16-24", "25\u201334 years, 25-34", "Under 16, 0-15"})
    void readsAgeBands(String text, String band) {
        // When // Then
        assertThat(MappedWords.ageBand(text)).isEqualTo(band);
        assertThat(MappedWords.language("en_GB")).isEqualTo("en-GB");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01T10:15:00Z, 2026-04-01T10:15Z",
        "2026-04-01 10:15:30, 2026-04-01T10:15:30+01:00",
        "2026-01-01 10:15 +0100, 2026-01-01T10:15+01:00",
        "2026-04-01, 2026-04-01T12:00+01:00",
        "2026-10-25 01:30, 2026-10-25T01:30+01:00"
    })
    void readsTimesInTheHospitalsZoneADayAsItsNoonAndTheFirstOfTwo(String text, String time) {
        // When // Then
        assertThat(TimeFormat.ISO.read(text, LONDON).orElseThrow()).hasToString(time);
    }

    @Test
    void aTimeThatClocksSkipOrThatMayHaveTheDayOrTheMonthFirstIsRefused() {
        // When // Then
        assertThat(TimeFormat.ISO.read("2026-03-29 01:30", LONDON)).isEmpty();
        assertThat(TimeFormat.ISO.read("2026-02-30", LONDON)).isEmpty();
        assertThat(TimeFormat.ISO.read("03/04/2026 10:15", LONDON)).isEmpty();
        assertThat(TimeFormat.ISO.advice("46346.427")).startsWith("is a number, as a spreadsheet keeps a day");
        assertThat(TimeFormat.ISO.advice("03/04/2026 10:15"))
                .isEqualTo(
                        "may have the day or the month first; say which by format, as d/M/yyyy H:mm or M/d/yyyy H:mm");
    }

    @Test
    void aFormatThatIsSaidIsStrict() {
        // Given
        TimeFormat format = TimeFormat.of("d/M/yyyy h:mm a");

        // When // Then
        assertThat(format.read("3/4/2026 1:05 pm", LONDON).orElseThrow()).hasToString("2026-04-03T13:05+01:00");
        assertThat(format.read("31/02/2026 1:05 pm", LONDON)).isEmpty();
        assertThat(format.read("2026-04-03", LONDON)).isEmpty();
    }

    @Test
    void idsAreOfVersion5AndRowsThatAreAlikeHaveOneEach() {
        // Given
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        var ids = new RowIds("tablets");
        var again = new RowIds("tablets");

        // When
        UUID first = ids.ofContent(List.of("RQX", "good"));
        UUID second = ids.ofContent(List.of("RQX", "good"));

        // Then
        assertThat(DerivedIds.of(dns, "www.example.com")).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
        assertThat(first).isNotEqualTo(second).isEqualTo(again.ofContent(List.of("RQX", "good")));
        assertThat(second).isEqualTo(again.ofContent(List.of("RQX", "good")));
        assertThat(ids.ofContent(List.of("RQ", "Xgood"))).isNotEqualTo(first);
        assertThat(ids.ofVendor("17"))
                .isEqualTo(DerivedIds.ofVendor("tablets", "17"))
                .isNotEqualTo(new RowIds("forms").ofVendor("17"));
    }
}

package heed.topology.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchEventTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @ParameterizedTest
    @CsvSource({
        "2027-01-15T12:00:00.250, 2027-01-15T12:00:00.250Z",
        "2027-07-15T12:00:00, 2027-07-15T11:00:00Z",
        "2027-03-28T01:30:00, 2027-03-28T01:30:00Z",
        "2027-10-31T01:30:00, 2027-10-31T00:30:00Z",
    })
    void readsWallTimeInTheHospitalsZoneTheLaterInAGapTheEarlierInAnOverlap(String wall, Instant instant) {
        // Given
        WatchEvent.Alarm alarm =
                alarm(.1, LocalDateTime.parse(wall).toInstant(ZoneOffset.UTC).toEpochMilli());

        // When
        long since = alarm.since(LONDON);

        // Then
        assertThat(Instant.ofEpochMilli(since)).isEqualTo(instant);
    }

    @Test
    void readsWallTimeBefore1970() {
        // When // Then
        assertThat(alarm(.1, -1).since(ZoneOffset.UTC)).isEqualTo(-1);
    }

    @ParameterizedTest
    @CsvSource({"864000000, 10", "907199999, 10", "907200000, 11", "950400000, 11", "1036800000, 11", "-1, 0"})
    void countsFromTheStartOfTheDayThatIsNearestToTheMomentAndAtTheLatestFromThatOfTheAlarm(long since, long day) {
        // When // Then
        assertThat(alarm(.1, since).sinceDay(11)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "-0.01, MINOR",
        "0.0499999, MINOR",
        "0.05, MODERATE",
        "0.0999999, MODERATE",
        "0.10, MAJOR",
        "0.1999999, MAJOR",
        "0.20, SEVERE"
    })
    void sortsFallsBySize(double drop, FallSize severity) {
        // When // Then
        assertThat(alarm(drop, 0).size()).isEqualTo(severity);
    }

    private static WatchEvent.Alarm alarm(double drop, long sinceLocalMs) {
        return new WatchEvent.Alarm(0, 1, 1, .1, sinceLocalMs, 50, .8, .7, .9, .8 + drop, drop, .01, false, List.of());
    }
}

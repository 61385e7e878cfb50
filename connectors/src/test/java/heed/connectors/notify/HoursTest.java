package heed.connectors.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoursTest {

    private static final Hours NIGHTS = new Hours(Set.of(DayOfWeek.FRIDAY), LocalTime.of(20, 0), LocalTime.of(8, 0));

    @Test
    void aNightIsOfTheDayThatItBeginsOn() {
        // When // Then
        assertThat(NIGHTS.include(london("2026-03-06T19:59:59"))).isFalse();
        assertThat(NIGHTS.include(london("2026-03-06T20:00:00"))).isTrue();
        assertThat(NIGHTS.include(london("2026-03-07T07:59:59"))).isTrue();
        assertThat(NIGHTS.include(london("2026-03-07T08:00:00"))).isFalse();
        assertThat(NIGHTS.include(london("2026-03-07T20:00:00"))).isFalse();
    }

    @Test
    void aDigestIsDueAtSevenByTheClockOfItsZoneAndThatOfAWeekOnMonday() {
        // When // Then
        assertThat(DigestEvery.DAY.lastDue(london("2026-03-30T06:59:00")))
                .isEqualTo(Instant.parse("2026-03-29T06:00:00Z"));
        assertThat(DigestEvery.DAY.lastDue(london("2026-03-28T07:00:00")))
                .isEqualTo(Instant.parse("2026-03-28T07:00:00Z"));
        assertThat(DigestEvery.WEEK.lastDue(london("2026-03-30T06:59:00")))
                .isEqualTo(Instant.parse("2026-03-23T07:00:00Z"));
    }

    @Test
    void aWaitDoublesUpToTheLongest() {
        // Given
        var wait = new RetryWait(Duration.ofSeconds(1), Duration.ofMinutes(5));

        // When // Then
        assertThat(wait.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(wait.after(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(wait.after(10)).isEqualTo(Duration.ofMinutes(5));
        assertThat(wait.after(1_000)).isEqualTo(Duration.ofMinutes(5));
    }

    private static ZonedDateTime london(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/London"));
    }
}

package heed.topology.time;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Window;
import heed.topology.time.ZoneCalendar.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ZoneCalendarTest {

    private final ZoneCalendar london = new ZoneCalendar(ZoneId.of("Europe/London"));

    @Test
    void theDayThatTheClocksGoForwardHas23Hours() {
        // When
        Span day = london.span(Window.DAY, ms("2027-03-28T12:00:00Z"));

        // Then
        assertThat(day).isEqualTo(new Span(ms("2027-03-28T00:00:00Z"), ms("2027-03-28T23:00:00Z")));
        assertThat(hours(day)).isEqualTo(23);
    }

    @Test
    void theDayThatTheClocksGoBackHas25HoursAndItsTwoOneOClocksAreTwoWindows() {
        // When
        Span day = london.span(Window.DAY, ms("2027-10-31T12:00:00Z"));
        Span first = london.span(Window.HOUR, ms("2027-10-31T00:30:00Z"));
        Span second = london.span(Window.HOUR, ms("2027-10-31T01:30:00Z"));

        // Then
        assertThat(hours(day)).isEqualTo(25);
        assertThat(london.label(Window.HOUR, first.start())).isEqualTo("2027-10-31T01+01:00");
        assertThat(london.label(Window.HOUR, second.start())).isEqualTo("2027-10-31T01+00:00");
        assertThat(london.localHour(first.start())).isEqualTo(1);
        assertThat(london.localHour(second.start())).isEqualTo(1);
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheFirst() {
        // When
        Span week = london.span(Window.WEEK, ms("2026-03-29T12:00:00Z"));
        Span month = london.span(Window.MONTH, ms("2026-03-29T12:00:00Z"));

        // Then
        assertThat(week).isEqualTo(new Span(ms("2026-03-23T00:00:00Z"), ms("2026-03-29T23:00:00Z")));
        assertThat(london.label(Window.WEEK, week.start())).isEqualTo("2026-W13");
        assertThat(month).isEqualTo(new Span(ms("2026-03-01T00:00:00Z"), ms("2026-03-31T23:00:00Z")));
        assertThat(london.label(Window.MONTH, month.start())).isEqualTo("2026-03");
    }

    @Test
    void theWeekOfNewYearBelongsToTheIsoYear() {
        // Then
        assertThat(london.label(Window.WEEK, ms("2026-12-28T00:00:00Z"))).isEqualTo("2026-W53");
    }

    @Test
    void anHourOfAHalfHourZoneBeginsOnItsOwnHour() {
        // Given
        ZoneCalendar kolkata = new ZoneCalendar(ZoneId.of("Asia/Kolkata"));

        // Then
        assertThat(kolkata.span(Window.HOUR, ms("2026-06-01T10:45:00Z")))
                .isEqualTo(new Span(ms("2026-06-01T10:30:00Z"), ms("2026-06-01T11:30:00Z")));
    }

    private static long ms(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static long hours(Span span) {
        return Duration.ofMillis(span.end() - span.start()).toHours();
    }
}

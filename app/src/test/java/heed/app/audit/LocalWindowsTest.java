package heed.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.audit.LocalWindows.Span;
import heed.schemas.Window;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LocalWindowsTest {

    private final LocalWindows london = new LocalWindows(ZoneId.of("Europe/London"));

    @Test
    void theDayThatTheClocksGoForwardHas23Hours() {
        // When
        Span day = window(london, Window.DAY, "2026-03-29T12:00:00Z");

        // Then
        assertThat(day).isEqualTo(span("2026-03-29T00:00:00Z", "2026-03-29T23:00:00Z", "2026-03-29"));
    }

    @Test
    void theDayThatTheClocksGoBackHas25Hours() {
        // When
        Span day = window(london, Window.DAY, "2026-10-25T12:00:00Z");

        // Then
        assertThat(day).isEqualTo(span("2026-10-24T23:00:00Z", "2026-10-26T00:00:00Z", "2026-10-25"));
    }

    @Test
    void theHourThatComesTwiceIsTwoWindows() {
        // When
        Span first = window(london, Window.HOUR, "2026-10-25T00:59:59.999Z");
        Span second = window(london, Window.HOUR, "2026-10-25T01:00:00Z");

        // Then
        assertThat(first).isEqualTo(span("2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T01+01:00"));
        assertThat(second).isEqualTo(span("2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z", "2026-10-25T01+00:00"));
    }

    @Test
    void aWeekBeginsOnMondayAndBelongsToTheYearOfItsThursday() {
        // When
        Span lastOf2026 = window(london, Window.WEEK, "2027-01-03T23:59:59Z");
        Span firstOf2027 = window(london, Window.WEEK, "2027-01-04T00:00:00Z");
        Span firstOf2025 = window(london, Window.WEEK, "2024-12-31T10:00:00Z");

        // Then
        assertThat(lastOf2026).isEqualTo(span("2026-12-28T00:00:00Z", "2027-01-04T00:00:00Z", "2026-W53"));
        assertThat(firstOf2027).isEqualTo(span("2027-01-04T00:00:00Z", "2027-01-11T00:00:00Z", "2027-W01"));
        assertThat(firstOf2025).isEqualTo(span("2024-12-30T00:00:00Z", "2025-01-06T00:00:00Z", "2025-W01"));
    }

    @Test
    void aMonthBeginsAtLocalMidnight() {
        // When
        Span april = window(london, Window.MONTH, "2026-03-31T23:00:00Z");

        // Then
        assertThat(april).isEqualTo(span("2026-03-31T23:00:00Z", "2026-04-30T23:00:00Z", "2026-04"));
    }

    @Test
    void whereClocksChangeByHalfAnHourTheHourIsCutThere() {
        // Given
        LocalWindows lordHowe = new LocalWindows(ZoneId.of("Australia/Lord_Howe"));

        // When
        Span before = window(lordHowe, Window.HOUR, "2026-04-04T14:30:00Z");
        Span after = window(lordHowe, Window.HOUR, "2026-04-04T15:10:00Z");

        // Then
        assertThat(before).isEqualTo(span("2026-04-04T14:00:00Z", "2026-04-04T15:00:00Z", "2026-04-05T01+11:00"));
        assertThat(after).isEqualTo(span("2026-04-04T15:00:00Z", "2026-04-04T15:30:00Z", "2026-04-05T01+10:30"));
    }

    private static Span window(LocalWindows windows, Window kind, String instant) {
        return windows.of(Instant.parse(instant).toEpochMilli()).get(kind);
    }

    private static Span span(String start, String end, String label) {
        return new Span(Instant.parse(start).toEpochMilli(), Instant.parse(end).toEpochMilli(), label);
    }
}

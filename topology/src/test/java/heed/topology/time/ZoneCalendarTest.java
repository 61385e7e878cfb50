package heed.topology.time;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Window;
import heed.topology.time.ZoneCalendar.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
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
        assertThat(london.label(Window.HOUR, first.startMs())).isEqualTo("2027-10-31T01+01:00");
        assertThat(london.label(Window.HOUR, second.startMs())).isEqualTo("2027-10-31T01+00:00");
        assertThat(london.localHour(first.startMs())).isEqualTo(1);
        assertThat(london.localHour(second.startMs())).isEqualTo(1);
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheFirst() {
        // When
        Span week = london.span(Window.WEEK, ms("2026-03-29T12:00:00Z"));
        Span month = london.span(Window.MONTH, ms("2026-03-29T12:00:00Z"));

        // Then
        assertThat(week).isEqualTo(new Span(ms("2026-03-23T00:00:00Z"), ms("2026-03-29T23:00:00Z")));
        assertThat(london.label(Window.WEEK, week.startMs())).isEqualTo("2026-W13");
        assertThat(month).isEqualTo(new Span(ms("2026-03-01T00:00:00Z"), ms("2026-03-31T23:00:00Z")));
        assertThat(london.label(Window.MONTH, month.startMs())).isEqualTo("2026-03");
    }

    @Test
    void theWeekOfNewYearBelongsToTheIsoYear() {
        // When // Then
        assertThat(london.label(Window.WEEK, ms("2026-12-28T00:00:00Z"))).isEqualTo("2026-W53");
    }

    @Test
    void anHourOfAHalfHourZoneBeginsOnItsOwnHour() {
        // Given
        ZoneCalendar kolkata = new ZoneCalendar(ZoneId.of("Asia/Kolkata"));

        // When // Then
        assertThat(kolkata.span(Window.HOUR, ms("2026-06-01T10:45:00Z")))
                .isEqualTo(new Span(ms("2026-06-01T10:30:00Z"), ms("2026-06-01T11:30:00Z")));
    }

    @Property(tries = 5_000)
    void agreesWithJavaTimeInEveryZoneAtEveryMoment(
            @ForAll("zones") ZoneId zone, @ForAll @LongRange(min = 0, max = 2_145_916_800_000L) long instantMs) {
        // Given
        ZonedDateTime local = Instant.ofEpochMilli(instantMs).atZone(zone);
        LocalDate date = local.toLocalDate();

        // When
        ZoneCalendar calendar = new ZoneCalendar(zone);
        Span hour = calendar.span(Window.HOUR, instantMs);

        // Then
        assertThat(calendar.localDay(instantMs)).isEqualTo(date.toEpochDay());
        assertThat(calendar.localHour(instantMs)).isEqualTo(local.getHour());
        assertThat(calendar.span(Window.DAY, instantMs)).isEqualTo(days(zone, date, date.plusDays(1)));
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        assertThat(calendar.span(Window.WEEK, instantMs)).isEqualTo(days(zone, monday, monday.plusDays(7)));
        LocalDate first = date.withDayOfMonth(1);
        assertThat(calendar.span(Window.MONTH, instantMs)).isEqualTo(days(zone, first, first.plusMonths(1)));
        assertThat(hour.contains(instantMs)).isTrue();
        for (long edge : new long[] {hour.startMs(), hour.endMs() - 1}) {
            assertThat(Instant.ofEpochMilli(edge).atZone(zone).truncatedTo(ChronoUnit.HOURS))
                    .isEqualTo(local.truncatedTo(ChronoUnit.HOURS));
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of);
    }

    private static Span days(ZoneId zone, LocalDate first, LocalDate next) {
        return new Span(
                first.atStartOfDay(zone).toInstant().toEpochMilli(),
                next.atStartOfDay(zone).toInstant().toEpochMilli());
    }

    private static long ms(String instantMs) {
        return Instant.parse(instantMs).toEpochMilli();
    }

    private static long hours(Span span) {
        return Duration.ofMillis(span.endMs() - span.startMs()).toHours();
    }
}

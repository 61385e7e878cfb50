package heed.topology.silence;

import static org.assertj.core.api.Assertions.assertThat;

import heed.topology.time.ZoneCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikeHoursTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void areTheSameLocalHourOfWeekdaysAcrossTheChangeOfTheClocks() {
        // Given
        // 09:00 on a Wednesday, ten days after the clocks went forward
        long hour = hour("2026-04-08T08:00:00Z");

        // When
        LikeHours like = LikeHours.of(new ZoneCalendar(LONDON), hour);

        // Then
        List<ZonedDateTime> found = IntStream.range(0, like.count())
                .mapToObj(i -> Instant.ofEpochSecond(like.hour(i) * 3600).atZone(LONDON))
                .toList();
        assertThat(found).hasSize(24 * 5).allSatisfy(each -> {
            assertThat(each.getHour()).isEqualTo(9);
            assertThat(each.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        });
        assertThat(IntStream.range(0, like.count()).filter(like::sameDayOfWeek).mapToObj(i -> found.get(i)
                        .getDayOfWeek()))
                .hasSize(24)
                .containsOnly(DayOfWeek.WEDNESDAY);
        assertThat(like.weight(0)).isLessThan(1);
    }

    @Test
    void leaveOutADayThatHadNoSuchHour() {
        // Given
        // 01:00 on a Sunday, a week after there was none
        long hour = hour("2026-04-05T00:00:00Z");

        // When
        LikeHours like = LikeHours.of(new ZoneCalendar(LONDON), hour);

        // Then
        assertThat(IntStream.range(0, like.count()).filter(like::sameDayOfWeek)).hasSize(23);
    }

    private static long hour(String instant) {
        return Instant.parse(instant).getEpochSecond() / 3600;
    }
}

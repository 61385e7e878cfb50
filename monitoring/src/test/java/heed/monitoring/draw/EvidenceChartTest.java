package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.draw.EvidenceChart.Day;
import heed.monitoring.html.Parsed;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class EvidenceChartTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    private static Parsed draw(Day... days) {
        return Parsed.of(new EvidenceChart(List.of(days), 1).draw("evidence"));
    }

    @Test
    void drawsTheDaysAtAndAboveTheAlarmOtherThanThoseBelow() {
        // When
        Parsed chart = draw(
                new Day(MONDAY, .999, OptionalDouble.empty(), .9),
                new Day(MONDAY.plusDays(1), 1, OptionalDouble.empty(), .9),
                new Day(MONDAY.plusDays(2), 1.001, OptionalDouble.empty(), .9));

        // Then
        assertThat(chart.count("circle.alarm-dot")).isEqualTo(2);
        assertThat(chart.count("circle.score-dot")).isEqualTo(1);
        assertThat(chart.count("line.alarm")).isEqualTo(1);
    }

    @Test
    void showsEvidenceButNoScoreOfADayThatMayNotBeShown() {
        // When
        Parsed chart = draw(
                new Day(MONDAY, .1, OptionalDouble.empty(), .9),
                new Day(MONDAY.plusDays(1), .1, OptionalDouble.of(.7), .9));

        // Then
        assertThat(chart.attributes("circle.score-dot", "r")).containsExactly("3.0", "3.0", "4.0");
    }

    @Test
    void saysEachPowerOfTen() {
        // When
        Parsed chart = draw(
                new Day(MONDAY, .003, OptionalDouble.empty(), .9),
                new Day(MONDAY.plusDays(1), 20, OptionalDouble.empty(), .9));

        // Then
        assertThat(chart.texts("text[text-anchor=end]")).startsWith("1/1,000", "1/100", "1/10", "1", "10", "100");
    }

    @Test
    void saysTheDateOfOneDayOnce() {
        // When
        Parsed chart = draw(new Day(MONDAY, 1.2, OptionalDouble.of(.7), .9));

        // Then
        assertThat(chart.texts("text")).containsOnlyOnce("2 Mar");
    }
}

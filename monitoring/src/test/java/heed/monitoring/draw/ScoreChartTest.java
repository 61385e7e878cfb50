package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.draw.ScoreChart.Day;
import heed.monitoring.draw.ScoreChart.Event;
import heed.monitoring.draw.ScoreChart.Turn;
import heed.monitoring.html.Parsed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScoreChartTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Optional<Spread> KNOWN = Optional.of(new Spread(.85, .9, .95));
    private static final Optional<Spread> UNKNOWN = Optional.empty();

    @SafeVarargs
    private static List<Day> days(Optional<Spread>... scores) {
        List<Day> days = new ArrayList<>();
        for (Optional<Spread> score : scores) {
            days.add(new Day(MONDAY.plusDays(days.size()), score, Optional.empty()));
        }
        return days;
    }

    private static Parsed draw(List<Day> days, OptionalDouble usual, Event... events) {
        return Parsed.of(new ScoreChart(days, usual, List.of(events)).draw("a score"));
    }

    @Test
    void leavesAGapInLineAndBandWhereADayMayNotBeShown() {
        // When
        Parsed chart = draw(days(KNOWN, KNOWN, UNKNOWN, KNOWN, KNOWN), OptionalDouble.empty());

        // Then
        assertThat(chart.count("polyline.score")).isEqualTo(2);
        assertThat(chart.count("polygon.band")).isEqualTo(2);
    }

    @Test
    void drawsTheUsualRangeInPlaceOfWhatChanceCanDoWhereItIsKnown() {
        // Given
        Optional<Spread> usual = Optional.of(new Spread(.5, .8, 1));
        List<Day> days = List.of(
                new Day(MONDAY, KNOWN, usual),
                new Day(MONDAY.plusDays(1), KNOWN, usual),
                new Day(MONDAY.plusDays(2), KNOWN, UNKNOWN));

        // When
        Parsed chart = draw(days, OptionalDouble.empty());

        // Then
        assertThat(chart.count("polygon.band")).isEqualTo(1);
        assertThat(chart.count("polyline.score")).isEqualTo(1);
        assertThat(chart.texts("text[text-anchor=end].quiet")).contains("40%");
    }

    @Test
    void drawsADayBetweenGapsAsADot() {
        // When
        Parsed chart = draw(days(UNKNOWN, KNOWN, UNKNOWN), OptionalDouble.empty());

        // Then
        assertThat(chart.count("polyline.score")).isZero();
        assertThat(chart.count("circle.score-dot")).isEqualTo(1);
    }

    @Test
    void marksWhatHappenedOnTheDaysDrawnAndNothingElse() {
        // When
        Parsed chart = draw(
                days(KNOWN, KNOWN, KNOWN),
                OptionalDouble.empty(),
                new Event(Turn.BEGAN, MONDAY.minusDays(1)),
                new Event(Turn.FLAGGED, MONDAY),
                new Event(Turn.RECOVERED, MONDAY.plusDays(2)));

        // Then
        assertThat(chart.texts("text.began, text.flagged, text.back"))
                .containsExactly("flagged 2 Mar", "recovered 4 Mar");
        assertThat(chart.attributes("line.mark", "x1")).containsExactly("48.0", "700.0");
    }

    @Test
    void hasRoomForTheUsualScoreWhereItIsTheLowest() {
        // When
        Parsed chart = draw(days(KNOWN), OptionalDouble.of(.52));

        // Then
        assertThat(chart.texts("text.good")).containsExactly("usual 52%");
        assertThat(chart.texts("text[text-anchor=end].quiet"))
                .contains("100%", "50%")
                .doesNotContain("40%");
    }
}

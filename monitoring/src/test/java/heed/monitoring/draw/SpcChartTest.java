package heed.monitoring.draw;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.draw.Marker.Shape;
import heed.monitoring.draw.SpcChart.Limits;
import heed.monitoring.draw.SpcChart.Point;
import heed.monitoring.html.Parsed;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SpcChartTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    private static Point point(int week, OptionalDouble share, Limits limits) {
        return new Point(
                MONDAY.plusWeeks(week), share, new Marker(Shape.DOT, "spc-mark", 4), Optional.ofNullable(limits));
    }

    private static Parsed draw(Point... points) {
        return Parsed.of(new SpcChart(List.of(points), OptionalDouble.empty()).draw("an XmR chart"));
    }

    @Test
    void drawsOneMeanForEachStretchWithLimitsOfItsOwn() {
        // Given
        Limits before = new Limits(.8, .9, .95);
        Limits after = new Limits(.6, .7, .75);

        // When
        Parsed chart = draw(
                point(0, OptionalDouble.of(.9), before),
                point(1, OptionalDouble.of(.9), before),
                point(2, OptionalDouble.of(.7), after));

        // Then
        assertThat(chart.count("line.mean")).isEqualTo(2);
        assertThat(chart.count("line.limit")).isEqualTo(4);
        assertThat(chart.texts("text[text-anchor=start].quiet")).contains("mean 70%", "upper 75%", "lower 60%");
    }

    @Test
    void leavesOutALimitThatNoShareCanReach() {
        // When
        Parsed chart = draw(point(0, OptionalDouble.of(.95), new Limits(.9, .95, 1.01)));

        // Then
        assertThat(chart.count("line.limit")).isEqualTo(1);
        assertThat(chart.text()).contains("lower 90%").doesNotContain("upper");
    }

    @Test
    void leavesAGapInTheLineAndNoMarkWhereAPointIsMissing() {
        // When
        Parsed chart = draw(
                point(0, OptionalDouble.of(.9), null),
                point(1, OptionalDouble.empty(), null),
                point(2, OptionalDouble.of(.9), null));

        // Then
        assertThat(chart.count("polyline.spc-line")).isEqualTo(2);
        assertThat(chart.count("circle.spc-mark")).isEqualTo(2);
    }

    @Test
    void drawsNotesOfOneWeekAtItsPointUnderOneNumber() {
        // Given
        List<Point> points = List.of(
                point(0, OptionalDouble.of(.9), null),
                point(1, OptionalDouble.of(.9), null),
                point(2, OptionalDouble.of(.9), null));
        List<LocalDate> days = List.of(MONDAY.plusDays(7), MONDAY.plusDays(13));

        // When
        Parsed chart = Parsed.of(new SpcChart(points, OptionalDouble.empty(), days).draw("an XmR chart"));

        // Then
        assertThat(chart.attributes("line.note", "x1"))
                .containsExactly("330.0", "330.0")
                .containsOnly(chart.attributes("circle.spc-mark", "cx").get(1));
        assertThat(chart.texts("text.note")).containsExactly("1\u20132");
    }

    @Test
    void keepsTheNamesOfCloseLinesApart() {
        // When
        Parsed chart = draw(
                point(0, OptionalDouble.of(.5), new Limits(.5, .5, .5)),
                point(1, OptionalDouble.of(.9), new Limits(.5, .5, .5)));

        // Then
        List<Double> heights = chart.attributes("text[x=618.0]", "y").stream()
                .map(Double::valueOf)
                .sorted()
                .toList();
        assertThat(heights).hasSize(3);
        assertThat(heights.get(1) - heights.get(0)).isEqualTo(17);
        assertThat(heights.get(2) - heights.get(1)).isEqualTo(17);
    }
}

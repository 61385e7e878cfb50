package heed.monitoring.view.chart;

import heed.monitoring.readmodel.Movements;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Movement;
import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * By how much all hospitals together moved in the weeks of a chart, each against the weeks of the year before it.
 *
 * @param told weeks that are told, the earliest first, with the one that the first days of the chart go by
 * @param first day of the chart
 */
public record OthersLine(List<Week> told, LocalDate first) {

    public static final OthersLine NONE = new OthersLine(List.of(), LocalDate.MAX);

    public OthersLine {
        told = List.copyOf(told);
    }

    /** Returns the weeks that are drawn: those that ended on the chart. */
    public List<Week> weeks() {
        return told.stream().filter(week -> !week.last().isBefore(first)).toList();
    }

    /**
     * A week.
     *
     * @param last its Sunday
     * @param moved by how much, 1 is 100 points, negative is down
     */
    public record Week(LocalDate last, double moved) {

        /** Returns by how much as it is told beside a figure, rounded as words have it. */
        public double rounded() {
            return English.roundedPoints(moved);
        }
    }

    /**
     * Returns the weeks of a line of figures between two days, and the one that was the newest on its first day: those
     * that are over, of which a reader is told. A week that is not over moves for want of answers.
     */
    public static OthersLine of(Series series, LocalDate first, LocalDate last, Snapshot snapshot) {
        String measure = series.key().measure();
        LocalDate yesterday =
                snapshot.now().atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
        return new OthersLine(
                snapshot.part(Movements.class).of(measure).values().stream()
                        .filter(each -> each.getMovement() != null)
                        .map(OthersLine::week)
                        .filter(each -> !each.last().isBefore(first.minusDays(6))
                                && !each.last().isAfter(last)
                                && each.last().isBefore(yesterday))
                        .sorted(Comparator.comparing(Week::last))
                        .toList(),
                first);
    }

    /** Returns the newest week that ended in the seven days up to {@code day}; nothing where it is not told. */
    public Optional<Week> upTo(LocalDate day) {
        return told.stream()
                .filter(week -> !week.last().isAfter(day) && week.last().isAfter(day.minusWeeks(1)))
                .reduce((earlier, later) -> later);
    }

    private static Week week(Movement movement) {
        return new Week(
                LocalDate.ofEpochDay(movement.getMonday()).plusDays(6),
                Objects.requireNonNull(movement.getMovement(), "weeks without one are left out"));
    }

    /** Says it to whoever does not see the chart; empty where nothing is told. */
    public String words() {
        List<Week> drawn = weeks();
        if (drawn.isEmpty()) {
            return "";
        }
        DoubleSummaryStatistics moved = drawn.stream().mapToDouble(Week::moved).summaryStatistics();
        return ". All hospitals together, in the weeks that are drawn of them, lay between " + way(moved.getMin())
                + " and " + way(moved.getMax()) + " their own year before";
    }

    /** Says by how much hospitals lay above or below their own year before. */
    public static String way(double moved) {
        return English.points(Math.abs(moved)) + (moved < 0 ? " below" : " above");
    }
}

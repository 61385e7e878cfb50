package heed.monitoring.view.chart;

import heed.monitoring.readmodel.Movements;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Movement;
import heed.schemas.sentence.English;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Objects;

/**
 * By how much all hospitals together moved in the weeks of a chart, each against the weeks of the year before it.
 *
 * @param weeks that are told, the earliest first
 */
public record OthersLine(List<Week> weeks) {

    public static final OthersLine NONE = new OthersLine(List.of());

    public OthersLine {
        weeks = List.copyOf(weeks);
    }

    /**
     * A week.
     *
     * @param last its Sunday
     * @param moved by how much, 1 is 100 points, negative is down
     */
    public record Week(LocalDate last, double moved) {}

    /**
     * Returns the weeks between two days that ended at least {@code closing} ago: by what moves a week that is not
     * closed, somebody who does not see all hospitals would learn of an answer at another.
     */
    public static OthersLine of(String measure, LocalDate first, LocalDate last, Snapshot snapshot, Duration closing) {
        LocalDate closed = snapshot.now()
                .minus(closing)
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(1);
        return new OthersLine(snapshot.part(Movements.class).of(measure).values().stream()
                .filter(each -> each.getMovement() != null)
                .map(OthersLine::week)
                .filter(each -> !each.last().isBefore(first)
                        && !each.last().isAfter(last)
                        && each.last().isBefore(closed))
                .sorted(Comparator.comparing(Week::last))
                .toList());
    }

    private static Week week(Movement movement) {
        return new Week(
                LocalDate.ofEpochDay(movement.getMonday()).plusDays(6),
                Objects.requireNonNull(movement.getMovement(), "weeks without one are left out"));
    }

    /** Says it to whoever does not see the chart; empty where nothing is told. */
    public String words() {
        if (weeks.isEmpty()) {
            return "";
        }
        DoubleSummaryStatistics moved = weeks.stream().mapToDouble(Week::moved).summaryStatistics();
        return ". All hospitals together, in the weeks that are drawn of them, lay between " + way(moved.getMin())
                + " and " + way(moved.getMax()) + " their own year before";
    }

    private static String way(double moved) {
        return English.points(Math.abs(moved)) + (moved < 0 ? " below" : " above");
    }
}

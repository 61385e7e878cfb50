package heed.monitoring.page;

import heed.monitoring.html.Html;
import heed.monitoring.html.Switches;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.view.ChartRange;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Writes the links by which a reader chooses how far back a chart goes. */
public final class RangeLinks {

    private static final int SHORTEST = 4;
    private static final int BY_DAYS = RecentDays.LONGEST_LINE / 7;

    private RangeLinks() {}

    /**
     * Returns the links, of which that to {@code range} is marked; {@code path} says where a chart begins with a day.
     */
    public static Html of(ChartRange range, LocalDate today, Function<LocalDate, String> path) {
        return Switches.of(
                "Range",
                List.of(
                        link(range, today, SHORTEST + " weeks", today.minusWeeks(SHORTEST), path),
                        link(
                                range,
                                today,
                                BY_DAYS + " weeks",
                                today.minusWeeks(BY_DAYS).plusDays(1),
                                path),
                        link(range, today, "1 year", today.minusYears(1), path),
                        link(range, today, "All", ChartRange.earliest(today), path)));
    }

    private static Switches.Link link(
            ChartRange range, LocalDate today, String words, LocalDate from, Function<LocalDate, String> path) {
        boolean here = range.last().equals(today) && range.first().equals(from);
        return new Switches.Link(path.apply(from), words, here ? Switches.Here.THIS : Switches.Here.OTHER);
    }
}

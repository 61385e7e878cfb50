package heed.monitoring.page.spc;

import heed.monitoring.html.Html;
import heed.monitoring.html.Switches;
import heed.monitoring.html.Switches.Here;
import heed.monitoring.html.Switches.Link;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.spc.SpcQuery;
import heed.monitoring.view.spc.SpcSeries.Per;
import heed.schemas.key.SeriesKey;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes the links by which a reader chooses what an SPC chart shows, each of which keeps to all else that was chosen.
 */
final class SpcSwitches {

    private final SeriesKey here;
    private final SpcQuery query;
    private final LocalDate today;

    SpcSwitches(SeriesKey here, SpcQuery query, LocalDate today) {
        this.here = here;
        this.query = query;
        this.today = today;
    }

    /** Leads to the units that have figures of the measure, and to the hospital as a whole. */
    Html units(HospitalFigures figures) {
        if (figures.units().isEmpty()) {
            return Html.NOTHING;
        }
        return Switches.of(
                "Unit",
                Stream.concat(Stream.of((String) null), figures.units().stream())
                        .map(unit -> new SeriesKey(here.hospital(), unit, here.measure()))
                        .filter(key -> key.equals(here) || figures.series().containsKey(key))
                        .map(key -> line(key, key.unit() == null ? "Whole hospital" : key.unit()))
                        .toList());
    }

    Html measures(HospitalFigures figures, Names names) {
        return Switches.of(
                "Measure",
                names.ordered(figures.measures(here.unit())).stream()
                        .map(measure -> new SeriesKey(here.hospital(), here.unit(), measure))
                        .map(key -> line(key, names.measure(key.measure())))
                        .toList());
    }

    private Link line(SeriesKey key, String words) {
        return new Link(path(key, query), words, Here.of(key, here));
    }

    Html points(Per shown) {
        return Switches.of(
                "Points",
                Arrays.stream(Per.values())
                        .map(each -> new Link(
                                path(here, query.ofPoints(each.one())),
                                each.many().substring(0, 1).toUpperCase(Locale.ROOT)
                                        + each.many().substring(1),
                                Here.of(each, shown)))
                        .toList());
    }

    Html limits() {
        return Switches.of(
                "Limits",
                List.of(
                        new Link(
                                path(here, query.ofLimits(null)),
                                "Of all changes",
                                Here.of(XmrChart.Limits.ALL_RANGES, query.drawn())),
                        new Link(
                                path(here, query.ofLimits(SpcQuery.SCREENED)),
                                "Without outlying changes",
                                Here.of(XmrChart.Limits.SCREENED, query.drawn()))));
    }

    /** Leads to so many of the newest weeks or months, and to all. */
    Html ranges(Per shown) {
        Function<Integer, SpcQuery> newest = many -> query.within(ChartRange.since(from(shown, many), today));
        return Switches.of(
                "Range",
                Stream.concat(
                                steps(shown).mapToObj(many -> range(newest.apply(many), many + " " + shown.many())),
                                Stream.of(range(query.whole(), "All")))
                        .toList());
    }

    private Link range(SpcQuery other, String words) {
        return new Link(path(here, other), words, Here.of(other.range(), query.range()));
    }

    private static IntStream steps(Per shown) {
        return shown == Per.WEEK ? IntStream.of(4, 12, 26) : IntStream.of(6, 12);
    }

    /** Returns the first day of so many weeks or months that are over. */
    private LocalDate from(Per shown, int many) {
        return shown == Per.WEEK
                ? today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(many)
                : today.withDayOfMonth(1).minusMonths(many);
    }

    /** Returns where the same line is, with points of weeks or months as they are shown. */
    String path(Per shown) {
        return path(
                here,
                query.ofPoints(shown.one())
                        .ofLimits(query.drawn() == XmrChart.Limits.SCREENED ? SpcQuery.SCREENED : null));
    }

    private String path(SeriesKey key, SpcQuery asked) {
        return Paths.spc(key)
                + (asked.per() == null ? "" : "&per=" + Paths.encode(asked.per()))
                + (asked.limits() == null ? "" : "&limits=" + Paths.encode(asked.limits()))
                + asked.range().map(days -> days.query(today)).orElse("");
    }
}

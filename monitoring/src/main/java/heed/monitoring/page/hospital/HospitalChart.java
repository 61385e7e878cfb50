package heed.monitoring.page.hospital;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.html.Switches;
import heed.monitoring.page.ChartPanel;
import heed.monitoring.page.NoteList;
import heed.monitoring.page.PageReader;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.ChartWords;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Reference;
import heed.monitoring.view.chart.ChartLine;
import heed.monitoring.view.chart.ChartRange;
import heed.schemas.key.SeriesKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Writes the chart of one line of a hospital, over the days that a reader chooses. */
final class HospitalChart {

    private static final int SHORTEST = 4;
    private static final int BY_DAYS = RecentDays.LONGEST_LINE / 7;

    private final Names names;
    private final Knowledge known;
    private final PageReader reader;

    HospitalChart(Names names, Knowledge known, PageReader reader) {
        this.names = names;
        this.known = known;
        this.reader = reader;
    }

    Html of(Optional<Series> series, SeriesKey key, ChartRange.Asked asked, Snapshot snapshot) {
        String what = key.isWhole() ? names.measure(key.measure()) : key.unit() + ": " + names.measure(key.measure());
        return el(
                "section",
                cls("panel"),
                attr("id", "chart"),
                el("h2", what),
                asked.problem()
                        .map(problem -> el("p", cls("lost"), attr("role", "alert"), problem))
                        .orElse(Html.NOTHING),
                series.isEmpty()
                        ? el("p", "No responses.")
                        : Html.join(
                                drawn(series.get(), asked.range(), snapshot, what),
                                el("p", cls("small"), el("a", href(Paths.spc(key)), "Show as an SPC chart (XmR)"))));
    }

    private Html drawn(Series series, ChartRange asked, Snapshot snapshot, String what) {
        String hospital = series.key().hospital();
        ChartLine line = ChartLine.of(series, asked, snapshot.now(), names.zone(hospital));
        ChartRange range = line.range();
        DayNotes notes = line.noted(DayNotes.of(series.key(), snapshot));
        Reference reference = Reference.of(series.key(), snapshot);
        String words = new ChartWords(names, known).of(series, reference, snapshot, range.first(), range.last());
        return Html.join(
                ranges(series.key(), range, names.today(hospital, snapshot.now())),
                ChartPanel.of(
                        line,
                        reference,
                        names.zone(hospital),
                        what + " at " + names.hospital(hospital) + ": " + words,
                        notes),
                new NoteList(names).below(notes, series.key(), snapshot, reader));
    }

    private static Html ranges(SeriesKey key, ChartRange range, LocalDate today) {
        return Switches.of(
                "Range",
                List.of(
                        link(key, range, today, SHORTEST + " weeks", today.minusWeeks(SHORTEST)),
                        link(
                                key,
                                range,
                                today,
                                BY_DAYS + " weeks",
                                today.minusWeeks(BY_DAYS).plusDays(1)),
                        link(key, range, today, "1 year", today.minusYears(1)),
                        link(key, range, today, "All", ChartRange.earliest(today))));
    }

    private static Switches.Link link(SeriesKey key, ChartRange range, LocalDate today, String words, LocalDate from) {
        boolean here = range.last().equals(today) && range.first().equals(from);
        return new Switches.Link(Paths.line(key, from), words, here ? Switches.Here.THIS : Switches.Here.OTHER);
    }
}

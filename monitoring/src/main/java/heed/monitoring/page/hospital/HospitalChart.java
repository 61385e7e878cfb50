package heed.monitoring.page.hospital;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.page.ChartPanel;
import heed.monitoring.page.NoteList;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.RangeLinks;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.ChartWords;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Reference;
import heed.monitoring.view.chart.ChartLine;
import heed.monitoring.view.chart.OthersLine;
import heed.schemas.key.SeriesKey;
import java.util.Optional;

/** Writes the chart of one line of a hospital, over the days that a reader chooses. */
final class HospitalChart {

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
        OthersLine others = line.others(snapshot);
        String words = new ChartWords(names, known).of(series, reference, snapshot, range.first(), range.last());
        return Html.join(
                RangeLinks.of(range, names.today(hospital, snapshot.now()), from -> Paths.line(series.key(), from)),
                ChartPanel.of(
                        line,
                        reference,
                        names.zone(hospital),
                        what + " at " + names.hospital(hospital) + ": " + words,
                        notes,
                        others),
                new NoteList(names).below(notes, series.key(), snapshot, reader));
    }
}

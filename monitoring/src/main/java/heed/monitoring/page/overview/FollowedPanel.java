package heed.monitoring.page.overview;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.page.ConditionChip;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Followed;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Line;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewQuery;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.view.Paths;
import heed.monitoring.view.WardWords;
import heed.monitoring.view.Words;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.util.List;

/** Writes the places that the reader follows: how each stands, and its figure. */
final class FollowedPanel {

    private final Names names;
    private final Knowledge known;

    FollowedPanel(Names names, Knowledge known) {
        this.names = names;
        this.known = known;
    }

    /** Takes what is followed and there; returns nothing where nothing is. */
    Html of(Followed followed, Snapshot snapshot) {
        if (followed.places().isEmpty()) {
            return Html.NOTHING;
        }
        List<OverviewRow> rows = OverviewQuery.ALL.rows(snapshot, names, known);
        return el(
                "section",
                cls("panel followed"),
                attr("aria-labelledby", "followed"),
                el("h2", attr("id", "followed"), "You follow"),
                el(
                        "ul",
                        cls("plain"),
                        followed.places().stream()
                                .map(place -> line(place, rows, snapshot))
                                .toList()));
    }

    private Html line(PlaceKey place, List<OverviewRow> rows, Snapshot snapshot) {
        return rows.stream()
                .filter(row -> place.isWhole() && row.code().equals(place.hospital()))
                .findFirst()
                .map(row -> written(place, ConditionChip.of(row.condition()), row.measure(), row.month28()))
                .orElseGet(() -> ward(place, snapshot));
    }

    private Html ward(PlaceKey ward, Snapshot snapshot) {
        HospitalFigures figures =
                snapshot.part(Hospitals.class).of(ward.hospital()).orElseThrow();
        String overall = OverviewRow.overall(figures, ward.unit(), names, names.today(ward.hospital(), snapshot.now()));
        Line line = Line.of(new SeriesKey(ward.hospital(), ward.unit(), overall), snapshot, names, known);
        return written(
                ward, el("span", new WardWords(names, known).of(ward, overall, snapshot)), overall, line.month28());
    }

    private Html written(PlaceKey place, Html stands, String measure, Reading reading) {
        return el(
                "li",
                el("a", href(Paths.place(place)), names.place(place.hospital(), place.unit())),
                SimulatedChip.after(place.hospital(), names),
                " ",
                stands,
                el("span", cls("small"), " " + names.measure(measure) + ": " + figure(reading)));
    }

    private static String figure(Reading reading) {
        return reading.shown()
                .map(shown -> Words.percent(shown) + " of " + English.answers(shown.answers()) + Words.LATELY + ".")
                .orElseGet(() -> Words.whyNoneLately(reading) + ".");
    }
}

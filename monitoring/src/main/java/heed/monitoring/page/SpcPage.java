package heed.monitoring.page;

import static heed.monitoring.page.Html.attr;
import static heed.monitoring.page.Html.cls;
import static heed.monitoring.page.Html.el;
import static heed.monitoring.page.Html.href;

import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.SeriesKey;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.spc.XmrChart;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.questionnaire.Better;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes a measure of a hospital as boards of the NHS read it: an XmR chart by the rules and icons of Making Data Count. */
final class SpcPage {

    private final Names names;

    SpcPage(Names names) {
        this.names = names;
    }

    Layout.Content write(HospitalFigures figures, Snapshot snapshot, SpcQuery query) {
        String code = figures.code();
        String measure = SpcView.measure(figures, snapshot, names, query);
        Optional<SpcView> view = SpcView.of(figures, snapshot, names, query);
        SeriesKey key = new SeriesKey(code, null, measure);
        String title = names.measure(measure) + " at " + names.hospital(code);
        return new Layout.Content(
                Layout.Section.OVERVIEW,
                title + ", SPC chart",
                Html.join(
                        crumbs(code, measure),
                        el("h1", title, names.isSimulated(code) ? Html.join(" ", Condition.simulated()) : Html.NOTHING),
                        el(
                                "p",
                                cls("sub"),
                                "Statistical process control (SPC): an XmR chart of the whole hospital's scores"),
                        measures(figures, measure, query),
                        view.map(each -> points(code, measure, each.series().per(), query))
                                .orElse(Html.NOTHING),
                        ranges(code, measure, query),
                        el("div", cls("two spc-view"), chart(title, view), notes(key, snapshot))));
    }

    private Html crumbs(String code, String measure) {
        return el(
                "nav",
                cls("crumbs"),
                attr("aria-label", "Breadcrumb"),
                el("a", href("/"), "Overview"),
                " / ",
                el("a", href(Words.hospitalPath(code, measure)), names.hospital(code)),
                " / ",
                el("span", attr("aria-current", "page"), "SPC chart"));
    }

    private Html measures(HospitalFigures figures, String measure, SpcQuery query) {
        return Switches.of(
                "Measure",
                names.ordered(figures.measures()).stream()
                        .map(each -> new Switches.Link(
                                path(figures.code(), each, query.per(), query.limits()),
                                names.measure(each),
                                Switches.Here.of(each, measure)))
                        .toList());
    }

    private static Html points(String code, String measure, SpcSeries.Per shown, SpcQuery query) {
        return Switches.of(
                "Points",
                Arrays.stream(SpcSeries.Per.values())
                        .map(each -> new Switches.Link(
                                path(code, measure, each.one(), query.limits()),
                                each.many().substring(0, 1).toUpperCase(Locale.ROOT)
                                        + each.many().substring(1),
                                Switches.Here.of(each, shown)))
                        .toList());
    }

    private static Html ranges(String code, String measure, SpcQuery query) {
        return Switches.of(
                "Limits",
                List.of(
                        new Switches.Link(
                                path(code, measure, query.per(), null),
                                "Of all changes",
                                Switches.Here.of(XmrChart.Limits.ALL_RANGES, query.drawn())),
                        new Switches.Link(
                                path(code, measure, query.per(), SpcQuery.SCREENED),
                                "Without outlying changes",
                                Switches.Here.of(XmrChart.Limits.SCREENED, query.drawn()))));
    }

    private static String path(String code, String measure, String per, String limits) {
        return Words.spcPath(code, measure)
                + (per == null ? "" : "&per=" + Words.encode(per))
                + (limits == null ? "" : "&limits=" + Words.encode(limits));
    }

    private static String path(SpcView view) {
        return path(
                view.key().hospital(),
                view.key().measure(),
                view.series().per().one(),
                view.limits() == XmrChart.Limits.SCREENED ? SpcQuery.SCREENED : null);
    }

    private static Html chart(String title, Optional<SpcView> view) {
        return el(
                "section",
                cls("panel"),
                attr("id", "spc"),
                view.filter(each -> each.series().shown() > 0)
                        .map(each -> Html.join(
                                new SpcPanel(each.series(), each.chart(), each.target()).write(title),
                                CsvLink.to("/api/v1" + path(each))))
                        .orElseGet(() -> el(
                                "p",
                                "No "
                                        + view.map(each -> each.series().per().one())
                                                .orElse("week") + " that is over has enough answers to show.")));
    }

    private Html notes(SeriesKey key, Snapshot snapshot) {
        Optional<Drop> open = snapshot.drop(key).filter(drop -> drop.getState() == DropState.OPEN);
        return el(
                "section",
                cls("panel"),
                el("h2", "What decides a drop"),
                el(
                        "p",
                        "Heed's own watch does, not this chart. Over many points an XmR chart flags more that is chance"
                                + " alone, and it waits for a week or a month to end. How often and how late was"
                                + " measured: see docs/detection.md."),
                el(
                        "p",
                        open.map(drop -> Html.join(
                                        "The watch has ",
                                        el("a", href(Words.dropPath(drop)), "an open drop"),
                                        " here."))
                                .orElseGet(() -> Html.text("The watch has no open drop here."))),
                el("h2", "How to read it"),
                el(
                        "p",
                        "The limits are where scores come to lie by chance: 2.66 mean changes from one point to the"
                                + " next, to either side of the mean. A point is marked where chance is an unlikely"
                                + " reason: outside a limit; seven in a row on one side of the mean; seven in a row that"
                                + " only rise or only fall; two of three close to one limit. Limits without outlying"
                                + " changes leave out those of more than 3.27 times the mean change, as some other tools do."),
                names.better(key.measure()) == Better.LOWER
                        ? el("p", "In this measure a low score is the good one.")
                        : Html.NOTHING);
    }
}

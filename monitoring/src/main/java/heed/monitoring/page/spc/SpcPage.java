package heed.monitoring.page.spc;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Crumbs;
import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.html.Switches;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.spc.SpcQuery;
import heed.monitoring.view.spc.SpcSeries;
import heed.monitoring.view.spc.SpcView;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.access.Right;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Better;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a measure of a hospital or a unit as boards of the NHS read it: an XmR chart by the rules and icons of Making
 * Data Count.
 */
public final class SpcPage implements Page {

    private final Names names;

    /** Takes what hospitals and measures are called. */
    public SpcPage(Names names) {
        this.names = names;
    }

    @Override
    public String path() {
        return "/hospitals/{code}/spc";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        SpcQuery query = SpcQuery.of(request::query);
        return snapshot.part(Hospitals.class)
                .of(request.path("code"))
                .filter(query::isWithin)
                .map(figures -> write(figures, snapshot, query));
    }

    Layout.Content write(HospitalFigures figures, Snapshot snapshot, SpcQuery query) {
        SeriesKey key = SpcView.key(figures, snapshot, names, query);
        Optional<SpcView> view = SpcView.of(figures, snapshot, names, query);
        String title = names.measure(key.measure()) + " at " + names.place(key.hospital(), key.unit());
        return new Layout.Content(
                Layout.Section.OVERVIEW,
                title + ", SPC chart",
                Html.join(
                        crumbs(key),
                        el("h1", title, SimulatedChip.after(key.hospital(), names)),
                        el(
                                "p",
                                cls("sub"),
                                "Statistical process control (SPC): an XmR chart of the scores of "
                                        + (key.isWhole() ? "the whole hospital" : key.unit() + " alone")),
                        units(figures, key, query),
                        measures(figures, key, query),
                        view.map(each -> points(key, each.series().per(), query))
                                .orElse(Html.NOTHING),
                        ranges(key, query),
                        el("div", cls("two spc-view"), chart(title, view), notes(key, snapshot))));
    }

    private Html crumbs(SeriesKey key) {
        Crumbs crumbs = new Crumbs()
                .link("/", "Overview")
                .link(Paths.line(new SeriesKey(key.hospital(), null, key.measure())), names.hospital(key.hospital()));
        return (key.unit() == null ? crumbs : crumbs.link(Paths.line(key), key.unit())).here("SPC chart");
    }

    /** Leads to the units that have figures of the measure, and to the hospital as a whole. */
    private static Html units(HospitalFigures figures, SeriesKey here, SpcQuery query) {
        if (figures.units().isEmpty()) {
            return Html.NOTHING;
        }
        return Switches.of(
                "Unit",
                Stream.concat(Stream.of((String) null), figures.units().stream())
                        .map(unit -> new SeriesKey(here.hospital(), unit, here.measure()))
                        .filter(key -> key.equals(here) || figures.series().containsKey(key))
                        .map(key -> new Switches.Link(
                                path(key, query.per(), query.limits()),
                                key.unit() == null ? "Whole hospital" : key.unit(),
                                Switches.Here.of(key, here)))
                        .toList());
    }

    private Html measures(HospitalFigures figures, SeriesKey here, SpcQuery query) {
        return Switches.of(
                "Measure",
                names.ordered(figures.measures(here.unit())).stream()
                        .map(measure -> new SeriesKey(here.hospital(), here.unit(), measure))
                        .map(key -> new Switches.Link(
                                path(key, query.per(), query.limits()),
                                names.measure(key.measure()),
                                Switches.Here.of(key, here)))
                        .toList());
    }

    private static Html points(SeriesKey key, SpcSeries.Per shown, SpcQuery query) {
        return Switches.of(
                "Points",
                Arrays.stream(SpcSeries.Per.values())
                        .map(each -> new Switches.Link(
                                path(key, each.one(), query.limits()),
                                each.many().substring(0, 1).toUpperCase(Locale.ROOT)
                                        + each.many().substring(1),
                                Switches.Here.of(each, shown)))
                        .toList());
    }

    private static Html ranges(SeriesKey key, SpcQuery query) {
        return Switches.of(
                "Limits",
                List.of(
                        new Switches.Link(
                                path(key, query.per(), null),
                                "Of all changes",
                                Switches.Here.of(XmrChart.Limits.ALL_RANGES, query.drawn())),
                        new Switches.Link(
                                path(key, query.per(), SpcQuery.SCREENED),
                                "Without outlying changes",
                                Switches.Here.of(XmrChart.Limits.SCREENED, query.drawn()))));
    }

    private static String path(SeriesKey key, @Nullable String per, @Nullable String limits) {
        return Paths.spc(key)
                + (per == null ? "" : "&per=" + Paths.encode(per))
                + (limits == null ? "" : "&limits=" + Paths.encode(limits));
    }

    private static String path(SpcView view) {
        return path(
                view.key(),
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
        Optional<Drop> open = snapshot.part(Drops.class).latest(key).filter(drop -> drop.getState() == DropState.OPEN);
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
                                        "The watch has ", el("a", href(Paths.drop(drop)), "an open drop"), " here."))
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

package heed.monitoring.page.spc;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Crumbs;
import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.page.Layout;
import heed.monitoring.page.NoteList;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.spc.SpcQuery;
import heed.monitoring.view.spc.SpcView;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.access.Right;
import heed.schemas.key.SeriesKey;
import heed.schemas.questionnaire.Better;
import java.time.LocalDate;
import java.util.Optional;

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
                .map(figures -> {
                    ChartRange.Asked range =
                            ChartRange.of(request.query("from"), request.query("to"), today(figures, snapshot));
                    Layout.Content content =
                            write(figures, snapshot, query.within(range.range()), range.problem(), request.reader());
                    return range.problem().isPresent() ? content.refused() : content;
                });
    }

    private LocalDate today(HospitalFigures figures, Snapshot snapshot) {
        return names.today(figures.code(), snapshot.now());
    }

    private Layout.Content write(
            HospitalFigures figures, Snapshot snapshot, SpcQuery query, Optional<String> problem, PageReader reader) {
        SeriesKey key = SpcView.key(figures, snapshot, names, query);
        Optional<SpcView> view = SpcView.of(figures, snapshot, names, query);
        String title = names.measure(key.measure()) + " at " + names.place(key.hospital(), key.unit());
        SpcSwitches switches = new SpcSwitches(key, query, today(figures, snapshot));
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
                        switches.units(figures),
                        switches.measures(figures, names),
                        view.map(each -> Html.join(
                                        switches.points(each.series().per()),
                                        switches.ranges(each.series().per())))
                                .orElse(Html.NOTHING),
                        switches.limits(),
                        problem.map(words -> el("p", cls("lost"), attr("role", "alert"), words))
                                .orElse(Html.NOTHING),
                        el(
                                "div",
                                cls("two spc-view"),
                                el(
                                        "section",
                                        cls("panel"),
                                        attr("id", "spc"),
                                        view.filter(each -> each.series().shown() > 0)
                                                .map(each -> chart(title, each, switches, snapshot, reader))
                                                .orElseGet(() -> none(view))),
                                notes(key, snapshot))));
    }

    private Html crumbs(SeriesKey key) {
        Crumbs crumbs = new Crumbs()
                .link("/", "Overview")
                .link(Paths.line(new SeriesKey(key.hospital(), null, key.measure())), names.hospital(key.hospital()));
        return (key.unit() == null ? crumbs : crumbs.link(Paths.line(key), key.unit())).here("SPC chart");
    }

    private Html chart(String title, SpcView view, SpcSwitches switches, Snapshot snapshot, PageReader reader) {
        DayNotes drawn = view.noted(DayNotes.of(view.key(), snapshot));
        return Html.join(
                new SpcPanel(view, drawn).write(title),
                CsvLink.to("/api/v1" + switches.path(view.series().per())),
                new NoteList(names).below(drawn, view.key(), snapshot, reader));
    }

    private static Html none(Optional<SpcView> view) {
        return el(
                "p",
                "No " + view.map(each -> each.series().per().one()).orElse("week")
                        + " that is over has enough answers to show.");
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

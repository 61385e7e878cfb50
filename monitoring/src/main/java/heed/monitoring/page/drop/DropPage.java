package heed.monitoring.page.drop;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.page.ActionWords;
import heed.monitoring.page.ChartPanel;
import heed.monitoring.page.CommentsLink;
import heed.monitoring.page.DropCards;
import heed.monitoring.page.Layout;
import heed.monitoring.page.NoteList;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.RangeLinks;
import heed.monitoring.page.RememberedName;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.page.Timeline;
import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Handling;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.SharedFalls;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.ChartWords;
import heed.monitoring.view.DayNotes;
import heed.monitoring.view.DropStand;
import heed.monitoring.view.Endings;
import heed.monitoring.view.EpisodeWords;
import heed.monitoring.view.Names;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Reference;
import heed.monitoring.view.Words;
import heed.monitoring.view.chart.ChartLine;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.access.Right;
import heed.schemas.figures.SharedFall;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.OthersSentences;
import heed.schemas.sentence.UpAgainSentences;
import java.time.ZoneId;
import java.util.Optional;

/** Writes one drop: what fell, how far, and how sure that is. */
public final class DropPage implements Page {

    static final String PATH = "/drops/{id}";

    private static final String STILL = "still";

    private final Names names;
    private final PipelineSources pipeline;
    private final int minimum;

    /** Takes whom to ask whether what hospitals send gets through, and the fewest answers of a day that are shown. */
    public DropPage(Names names, PipelineSources pipeline, int minimum) {
        this.names = names;
        this.pipeline = pipeline;
        this.minimum = minimum;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return snapshot.part(Drops.class)
                .named(request.path("id"))
                .map(drop -> write(drop, request, snapshot))
                .map(content ->
                        content.followedBy(CommentsLink.of(request, "/drops/" + Paths.encode(request.path("id")))))
                .map(content -> request.query(STILL) == null ? content : content.still());
    }

    private Layout.Content write(Drop drop, PageRequest request, Snapshot snapshot) {
        ChartRange.Asked range = ChartRange.of(
                request.query("from"), request.query("to"), names.today(drop.getHospital(), snapshot.now()));
        Optional<ActionForm> form = request.reader().may(Right.ACTS)
                ? Optional.of(ActionForm.fresh(request.reader(), RememberedName.of(request)))
                : Optional.empty();
        Layout.Content content = write(drop, snapshot, form, range);
        return range.problem().isPresent() ? content.refused() : content;
    }

    /** Writes the drop over the usual days, with {@code form} where the reader may act on it. */
    Layout.Content write(Drop drop, Snapshot snapshot, Optional<ActionForm> form) {
        return write(drop, snapshot, form, ChartRange.of(null, null, names.today(drop.getHospital(), snapshot.now())));
    }

    private Layout.Content write(Drop drop, Snapshot snapshot, Optional<ActionForm> form, ChartRange.Asked asked) {
        ZoneId zone = names.zone(drop.getHospital());
        Optional<Series> series = snapshot.part(Hospitals.class).line(SeriesKey.of(drop));
        DropStand stand = DropStand.of(drop, snapshot, names, pipeline.known());
        Optional<Handling> handling = snapshot.part(Actions.class).about(drop);
        String title = stand.title(names.measure(drop.getMeasure()));
        return new Layout.Content(
                Layout.Section.DROPS,
                form.filter(ActionForm::isRefused).isPresent() ? "Nothing was recorded: " + title : title,
                Html.join(
                        crumbs(drop).here("Drop"),
                        el("h1", title),
                        subline(drop, zone),
                        handling.map(each -> Html.join(
                                        ActionWords.stage(drop, each), ActionWords.answer(each, said(drop), zone)))
                                .orElse(Html.NOTHING),
                        el(
                                "div",
                                cls("two"),
                                el(
                                        "section",
                                        cls("panel"),
                                        DropCards.standing(stand, Html.NOTHING),
                                        el("p", cls("small"), stand.said(names)),
                                        upAgain(stand),
                                        sentences(drop),
                                        series.map(each -> chart(drop, each, snapshot, asked, reader(form)))
                                                .orElse(Html.NOTHING),
                                        new EvidencePanel(drop, minimum).write(),
                                        MixChecks.of(drop),
                                        others(drop, snapshot),
                                        HowSure.of(drop)),
                                el(
                                        "div",
                                        timeline(drop, Timeline.of(stand, handling, names)),
                                        handling.flatMap(each -> form)
                                                .map(each -> each.write(drop))
                                                .orElse(Html.NOTHING)))));
    }

    private static Html upAgain(DropStand stand) {
        return stand.isUpAgain()
                ? el("p", cls("up-again"), Html.either(UpAgainSentences.english(), UpAgainSentences.welsh()))
                : Html.NOTHING;
    }

    private Html others(Drop drop, Snapshot snapshot) {
        Optional<SharedFall> others = SharedFalls.of(drop, snapshot, names.zone(drop.getHospital()));
        return Html.join(
                el("h2", "Did other hospitals fall too?"),
                el("p", cls("others"), Html.either(OthersSentences.english(others), OthersSentences.welsh(others))),
                EpisodeWords.beside(drop, snapshot)
                        .map(words -> el("p", cls("episode"), Html.either(words.english(), words.welsh())))
                        .orElse(Html.NOTHING));
    }

    /** The form is there for who may act. */
    private static PageReader reader(Optional<ActionForm> form) {
        return form.map(ActionForm::reader).orElseGet(() -> PageReader.unnamed(right -> false));
    }

    private Html chart(Drop drop, Series series, Snapshot snapshot, ChartRange.Asked asked, PageReader reader) {
        ZoneId zone = names.zone(drop.getHospital());
        Reference reference = Reference.of(drop, snapshot);
        ChartLine line = ChartLine.of(series, asked.range(), snapshot.now(), zone);
        ChartRange range = line.range();
        DayNotes notes = line.noted(DayNotes.of(series.key(), snapshot));
        return el(
                "section",
                attr("id", "chart"),
                asked.problem()
                        .map(problem -> el("p", cls("lost"), attr("role", "alert"), problem))
                        .orElse(Html.NOTHING),
                RangeLinks.of(range, names.today(drop.getHospital(), snapshot.now()), from -> Paths.drop(drop, from)),
                ChartPanel.of(
                        line,
                        reference,
                        zone,
                        names.measure(drop.getMeasure()) + " at " + names.place(drop.getHospital(), drop.getUnit())
                                + ": "
                                + new ChartWords(names, pipeline.known())
                                        .of(series, reference, snapshot, range.first(), range.last()),
                        notes,
                        line.others(snapshot)),
                new NoteList(names).below(notes, series.key(), snapshot, reader));
    }

    private Html timeline(Drop drop, Html moments) {
        return el(
                "section",
                cls("panel"),
                el("h2", attr("id", "timeline"), attr("tabindex", "-1"), "Timeline"),
                moments,
                el(
                        "p",
                        el(
                                "a",
                                href(Paths.place(SeriesKey.of(drop).place())),
                                "All of " + names.place(drop.getHospital(), drop.getUnit()))));
    }

    private Crumbs crumbs(Drop drop) {
        Crumbs crumbs = new Crumbs()
                .link("/", "Overview")
                .link(Paths.hospital(drop.getHospital()), names.hospital(drop.getHospital()));
        return drop.getUnit() == null
                ? crumbs
                : crumbs.link(Paths.ward(drop.getHospital(), drop.getUnit()), drop.getUnit());
    }

    private Html subline(Drop drop, ZoneId zone) {
        String span = drop.getState() == DropState.OPEN
                ? "open since " + Words.moment(drop.getOpenedAt(), zone)
                : (drop.getPhase() == DropPhase.REBASELINED ? "new usual level since " : "recovered on ")
                        + Words.moment(Endings.of(drop), zone);
        return el(
                "p",
                cls("sub"),
                names.place(drop.getHospital(), drop.getUnit()),
                SimulatedChip.after(drop.getHospital(), names),
                " · ",
                span,
                " ",
                Chip.of(Words.severity(drop.getSeverity()), drop.getState() == DropState.OPEN ? "red" : "grey"));
    }

    private Html said(Drop drop) {
        return Html.either(names.said(drop), names.welsh(drop));
    }

    private Html sentences(Drop drop) {
        return el("p", cls("lead"), said(drop));
    }
}

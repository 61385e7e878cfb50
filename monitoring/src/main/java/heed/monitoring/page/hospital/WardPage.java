package heed.monitoring.page.hospital;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Crumbs;
import heed.monitoring.html.Html;
import heed.monitoring.page.CommentsLink;
import heed.monitoring.page.DropCards;
import heed.monitoring.page.FollowButton;
import heed.monitoring.page.Layout;
import heed.monitoring.page.LostNote;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.SeenIt;
import heed.monitoring.page.SilenceAndRiseCards;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Line;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.view.Paths;
import heed.monitoring.view.WardWords;
import heed.monitoring.view.Words;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.Drop;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes one ward, or another unit of a hospital, for whoever works there: how it stands in a sentence, its figures of
 * now, what is open and waits for somebody, and then what stands behind it.
 */
public final class WardPage implements Page {

    private final Names names;
    private final PipelineSources pipeline;

    /** Takes what hospitals and measures are called, and whom to ask whether what they send gets through. */
    public WardPage(Names names, PipelineSources pipeline) {
        this.names = names;
        this.pipeline = pipeline;
    }

    @Override
    public String path() {
        return "/hospitals/{code}/wards/{unit}";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        PlaceKey ward = new PlaceKey(request.path("code"), request.path("unit"));
        return snapshot.part(Hospitals.class)
                .of(ward.hospital())
                .filter(figures -> figures.units().contains(ward.unit()))
                .map(figures -> write(figures, ward, request, snapshot))
                .or(() -> request.reader().places().contains(ward) ? Optional.of(empty(ward)) : Optional.empty());
    }

    private Layout.Content write(HospitalFigures figures, PlaceKey ward, PageRequest request, Snapshot snapshot) {
        Predicate<Drop> own = drop -> SeriesKey.of(drop).place().equals(ward);
        var today = names.today(ward.hospital(), snapshot.now());
        ChartRange.Asked range = ChartRange.of(request.query("from"), request.query("to"), today);
        String overall = OverviewRow.overall(figures, ward.unit(), names, today);
        SeriesKey key = chosen(ward, request, snapshot, overall);
        Knowledge known = pipeline.known();
        Layout.Content content = content(
                ward,
                Html.join(
                        el("p", cls("lead"), new WardWords(names, known).of(ward, overall, snapshot)),
                        now(Line.of(new SeriesKey(ward.hospital(), ward.unit(), overall), snapshot, names, known)),
                        LostNote.of(ward.hospital(), known, names),
                        open(own, snapshot, new SeenIt(request)),
                        new SilenceAndRiseCards(names).of(snapshot, ward),
                        FollowButton.of(request, ward),
                        el(
                                "div",
                                cls("two"),
                                new HospitalChart(names, known, request.reader())
                                        .of(Optional.ofNullable(figures.series().get(key)), key, range, snapshot),
                                new WhatChanged(names, known).of(key, snapshot, own)),
                        measures(figures, ward, snapshot, known),
                        CommentsLink.of(request, ward)));
        return range.problem().isPresent() ? content.refused() : content;
    }

    /** What is nobody else's to know is not told: whose own ward it is knows that there is one. */
    private Layout.Content empty(PlaceKey ward) {
        return content(ward, el("p", cls("lead"), "There is nothing to show of this ward yet."));
    }

    private Layout.Content content(PlaceKey ward, Html body) {
        String hospital = names.hospital(ward.hospital());
        String unit = Objects.requireNonNull(ward.unit(), "a ward is a unit");
        return new Layout.Content(
                Layout.Section.OVERVIEW,
                names.place(ward.hospital(), ward.unit()),
                Html.join(
                        new Crumbs()
                                .link("/", "Overview")
                                .link(Paths.hospital(ward.hospital()), hospital)
                                .here(unit),
                        el("h1", unit),
                        el("p", cls("sub"), hospital, SimulatedChip.after(ward.hospital(), names)),
                        body));
    }

    private static SeriesKey chosen(PlaceKey ward, PageRequest request, Snapshot snapshot, String overall) {
        String measure = request.query("measure");
        if (measure != null) {
            return new SeriesKey(ward.hospital(), ward.unit(), measure);
        }
        return WhatChanged.most(snapshot, drop -> SeriesKey.of(drop).place().equals(ward))
                .map(SeriesKey::of)
                .orElseGet(() -> new SeriesKey(ward.hospital(), ward.unit(), overall));
    }

    private Html now(Line line) {
        return Html.join(
                el("p", cls("small figure-of"), names.measure(line.key().measure())),
                el(
                        "dl",
                        cls("levels"),
                        figure("Last " + Words.SCORE_DAYS, line.month28()),
                        figure("Now, last " + Words.SHORT_DAYS, line.week())));
    }

    private static Html figure(String what, Reading reading) {
        return el(
                "div",
                el("dt", what),
                reading.shown()
                        .map(shown -> el(
                                "dd",
                                Words.percent(shown),
                                el("span", cls("small"), " of " + English.answers(shown.answers()))))
                        .orElseGet(() -> el("dd", el("span", cls("small"), Words.whyNone(reading)))));
    }

    private Html open(Predicate<Drop> own, Snapshot snapshot, SeenIt seen) {
        DropCards cards = new DropCards(names, pipeline);
        List<Html> open = snapshot.part(Drops.class).open().stream()
                .filter(own)
                .map(drop -> cards.card(drop, snapshot, seen))
                .toList();
        return open.isEmpty() ? Html.NOTHING : el("div", cls("cards"), open);
    }

    private Html measures(HospitalFigures figures, PlaceKey ward, Snapshot snapshot, Knowledge known) {
        return ScoreTable.of(
                "Measures",
                "measures",
                "Measure",
                names.ordered(figures.measures(ward.unit())).stream()
                        .map(measure -> ScoreTable.row(
                                names.measure(measure),
                                Line.of(new SeriesKey(ward.hospital(), ward.unit(), measure), snapshot, names, known),
                                snapshot,
                                names))
                        .toList());
    }
}

package heed.monitoring.page.hospital;

import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Crumbs;
import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.page.CommentsLink;
import heed.monitoring.page.FollowButton;
import heed.monitoring.page.Layout;
import heed.monitoring.page.LostNote;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageReader;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.SilenceAndRiseCards;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.HospitalChannels;
import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Leagues;
import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.ChartRange;
import heed.monitoring.view.Knowledge;
import heed.monitoring.view.Line;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one hospital: one line of figures as a chart, what changed, and all its measures and units. */
public final class HospitalPage implements Page {

    private final Names names;
    private final PipelineSources pipeline;

    /** Takes what hospitals and measures are called, and whom to ask whether what they send gets through. */
    public HospitalPage(Names names, PipelineSources pipeline) {
        this.names = names;
        this.pipeline = pipeline;
    }

    @Override
    public String path() {
        return "/hospitals/{code}";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return snapshot.part(Hospitals.class).of(request.path("code")).map(figures -> {
            ChartRange.Asked range = ChartRange.of(
                    request.query("from"), request.query("to"), names.today(figures.code(), snapshot.now()));
            Layout.Content content = write(
                            figures,
                            snapshot,
                            new Query(request.query("unit"), request.query("measure"), range, request.reader()),
                            FollowButton.of(request, new PlaceKey(figures.code(), null)))
                    .followedBy(CommentsLink.of(request, Paths.hospital(figures.code())));
            return range.problem().isPresent() ? content.refused() : content;
        });
    }

    /**
     * What the reader asked to see.
     *
     * @param unit null for the hospital as a whole
     * @param measure null for the one that there is most to say of
     * @param range which days of it
     * @param reader who asks
     */
    record Query(@Nullable String unit, @Nullable String measure, ChartRange.Asked range, PageReader reader) {}

    Layout.Content write(HospitalFigures figures, Snapshot snapshot, Query query, Html follow) {
        String code = figures.code();
        LocalDate today = names.today(code, snapshot.now());
        String unit = figures.measures().isEmpty() ? figures.units().get(0) : null;
        String overall = OverviewRow.overall(figures, unit, names, today);
        SeriesKey key = chosen(figures, snapshot, query, unit, overall);
        Optional<Series> series = Optional.ofNullable(figures.series().get(key));
        Knowledge known = pipeline.known();
        String name = names.hospital(code);
        return new Layout.Content(
                Layout.Section.OVERVIEW,
                name,
                Html.join(
                        new Crumbs().link("/", "Overview").here(name),
                        el("h1", name, SimulatedChip.after(code, names)),
                        el(
                                "p",
                                cls("sub"),
                                subline(figures, overall, today),
                                " · ",
                                el("a", href(Paths.report(code)), "Report of a month")),
                        LostNote.of(code, known, names),
                        follow,
                        new SilenceAndRiseCards(names).of(snapshot, code),
                        el(
                                "div",
                                cls("two"),
                                new HospitalChart(names, known, query.reader())
                                        .of(series, key, query.range(), snapshot),
                                new WhatChanged(names, known).of(key, snapshot, drop -> true)),
                        new HospitalRanks(names).of(code, snapshot.part(Leagues.class), snapshot.part(Drops.class)),
                        measures(figures, snapshot, key.unit(), known),
                        units(figures, snapshot, key.measure(), known),
                        CsvLink.to("/api/v1" + Paths.hospital(code)),
                        key.isWhole()
                                ? new ChannelPanel(key, names.measure(key.measure()))
                                        .of(snapshot.part(HospitalChannels.class)
                                                .of(figures.code())
                                                .mix(key.measure(), today, RecentDays.SCORE))
                                : Html.NOTHING));
    }

    /** Returns the line to draw: the one asked for; else the one that there is most to say of. */
    private static SeriesKey chosen(
            HospitalFigures figures, Snapshot snapshot, Query query, @Nullable String unit, String overall) {
        if (query.measure() != null || query.unit() != null) {
            return new SeriesKey(figures.code(), query.unit(), query.measure() == null ? overall : query.measure());
        }
        return WhatChanged.most(snapshot, drop -> drop.getHospital().equals(figures.code()))
                .map(SeriesKey::of)
                .orElseGet(() -> new SeriesKey(figures.code(), unit, overall));
    }

    private String subline(HospitalFigures figures, String overall, LocalDate today) {
        Reading reading = figures.whole(overall)
                .map(series -> series.over(today, RecentDays.SCORE))
                .orElseGet(Reading.NoResponses::new);
        String code = " · code " + figures.code();
        if (reading instanceof Reading.Shown shown) {
            return English.answers(shown.answers()) + Words.LATELY + ". " + names.measure(overall) + ": "
                    + Words.percent(shown) + " (" + Words.range(shown) + ")" + code;
        }
        return Words.whyNoneLately(reading) + code;
    }

    private Html measures(HospitalFigures figures, Snapshot snapshot, @Nullable String unit, Knowledge known) {
        List<ScoreTable.Row> rows = names.ordered(figures.measures()).stream()
                .map(measure ->
                        row(names.measure(measure), new SeriesKey(figures.code(), unit, measure), snapshot, known))
                .toList();
        String heading = unit == null ? "Measures" : "Measures of " + unit;
        return ScoreTable.of(heading, "measures", "Measure", rows);
    }

    private Html units(HospitalFigures figures, Snapshot snapshot, String measure, Knowledge known) {
        List<ScoreTable.Row> rows = figures.units().stream()
                .map(unit -> row(unit, new SeriesKey(figures.code(), unit, measure), snapshot, known))
                .toList();
        return rows.isEmpty() ? Html.NOTHING : ScoreTable.of("Units: " + names.measure(measure), "units", "Unit", rows);
    }

    private ScoreTable.Row row(String name, SeriesKey key, Snapshot snapshot, Knowledge known) {
        return ScoreTable.row(name, Line.of(key, snapshot, names, known), snapshot, names);
    }
}

package heed.monitoring.page.overview;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.CsvLink;
import heed.monitoring.html.Html;
import heed.monitoring.html.Table;
import heed.monitoring.page.ConditionChip;
import heed.monitoring.page.DropNews;
import heed.monitoring.page.KeptPlaces;
import heed.monitoring.page.Layout;
import heed.monitoring.page.Page;
import heed.monitoring.page.PageRequest;
import heed.monitoring.page.RowDrawings;
import heed.monitoring.page.SeenIt;
import heed.monitoring.page.SilenceAndRiseCards;
import heed.monitoring.page.SimulatedChip;
import heed.monitoring.readmodel.Episodes;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.EpisodeWords;
import heed.monitoring.view.Followed;
import heed.monitoring.view.Names;
import heed.monitoring.view.OverviewOrder;
import heed.monitoring.view.OverviewQuery;
import heed.monitoring.view.OverviewRow;
import heed.monitoring.view.Paths;
import heed.monitoring.view.Words;
import heed.monitoring.view.pipeline.Outlook;
import heed.monitoring.view.pipeline.PipelineSources;
import heed.schemas.access.Right;
import heed.schemas.disclosure.Reading;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the overview: who needs attention, and how every hospital stands. */
public final class OverviewPage implements Page {

    private static final Set<OverviewOrder> FIGURES =
            EnumSet.of(OverviewOrder.SCORE, OverviewOrder.WEEK, OverviewOrder.ANSWERS);

    private final Names names;
    private final PipelineSources pipeline;
    private final DropNews drops;
    private final SilenceAndRiseCards news;

    /** Takes what hospitals and measures are called, and whom to ask whether what they send gets through. */
    public OverviewPage(Names names, PipelineSources pipeline) {
        this.names = names;
        this.pipeline = pipeline;
        this.drops = new DropNews(names, pipeline);
        this.news = new SilenceAndRiseCards(names);
    }

    @Override
    public String path() {
        return "/";
    }

    @Override
    public Right right() {
        return Right.FIGURES;
    }

    @Override
    public Optional<Layout.Content> write(PageRequest request, Snapshot snapshot) {
        return Optional.of(content(request, snapshot));
    }

    private Layout.Content content(PageRequest request, Snapshot snapshot) {
        OverviewQuery query = OverviewQuery.of(request::query);
        Followed followed = KeptPlaces.of(request).among(snapshot);
        List<OverviewRow> rows = followed.first(query.rows(snapshot, names, pipeline.known()), query);
        Outlook outlook = pipeline.outlook(snapshot, names);
        String headline = outlook.headline().english();
        return new Layout.Content(
                Layout.Section.OVERVIEW,
                headline,
                Html.join(
                        el("h1", Html.either(headline, outlook.headline().welsh())),
                        el("p", cls("sub"), String.join(" ", outlook.lines())),
                        new FollowedPanel(names, pipeline.known()).of(followed, snapshot),
                        episodes(snapshot),
                        drops.open(snapshot, new SeenIt(request), followed),
                        news.of(snapshot),
                        drops.over(snapshot),
                        el("h2", attr("id", "all"), "All hospitals"),
                        snapshot.part(Hospitals.class).byCode().isEmpty()
                                ? Html.NOTHING
                                : el(
                                        "p",
                                        cls("small"),
                                        "Scores of the last " + Words.SCORE_DAYS
                                                + ". Each fall that is flagged says how rarely chance alone would show"
                                                + " it. For readers of many wards there is ",
                                        el("a", href(Paths.MANY_WARDS), "a list with a stated share of false ones"),
                                        "."),
                        new OverviewForm(names, followed).of(snapshot, query),
                        rows.isEmpty() ? empty(query) : Html.join(table(rows, snapshot, query), csv(query))));
    }

    /** Returns of each measure in which many hospitals fall at once that they do; nothing where there is none. */
    private static Html episodes(Snapshot snapshot) {
        return Html.join(snapshot.part(Episodes.class).lasting(snapshot.now()).stream()
                .map(episode -> EpisodeWords.of(episode, snapshot))
                .map(words -> el("section", cls("panel episode"), el("p", Html.either(words.english(), words.welsh()))))
                .toArray());
    }

    private static Html empty(OverviewQuery query) {
        return query.isFiltered()
                ? el("p", cls("panel"), "No hospital matches. ", el("a", href("/"), "Show all"))
                : el("p", cls("panel"), "No hospital yet.");
    }

    private Html table(List<OverviewRow> rows, Snapshot snapshot, OverviewQuery query) {
        List<Reading> readings = new ArrayList<>();
        rows.forEach(row -> readings.add(row.month28()));
        RowDrawings drawings = RowDrawings.over(readings);
        Table table = new Table();
        sortable(table, "Hospital", OverviewOrder.NAME, query);
        sortable(table, "Now", OverviewOrder.ATTENTION, query);
        sortable(table, "Score", OverviewOrder.SCORE, query);
        table.column(drawings.rangeHeading());
        sortable(table, Words.SHORT_DAYS, OverviewOrder.WEEK, query);
        sortable(table, "Answers", OverviewOrder.ANSWERS, query);
        table.column(Words.SCORE_DAYS);
        sortable(table, "Last answer", OverviewOrder.LAST, query);
        return table.write(
                "all",
                rows.stream().map(row -> line(row, drawings, snapshot, query)).toList());
    }

    private static void sortable(Table table, String heading, OverviewOrder order, OverviewQuery query) {
        table.sortable(
                heading,
                FIGURES.contains(order),
                "/" + query.in(order).parameters() + "#all",
                query.order() == order ? order.direction() : "");
    }

    /** What somebody follows only their browser knows: there is no file of it. */
    private static Html csv(OverviewQuery query) {
        return query.whose() == OverviewQuery.Whose.FOLLOWED
                ? Html.NOTHING
                : CsvLink.to("/api/v1/hospitals" + query.parameters());
    }

    private List<Html> line(OverviewRow row, RowDrawings drawings, Snapshot snapshot, OverviewQuery query) {
        List<Html> cells = new ArrayList<>();
        cells.add(el(
                "th",
                attr("scope", "row"),
                el("a", href(Paths.hospital(row.code())), row.name()),
                SimulatedChip.after(row.code(), names),
                hits(row, snapshot, query)));
        cells.add(el("td", ConditionChip.of(row.condition())));
        cells.addAll(scoreCells(row, drawings, snapshot));
        return cells;
    }

    /** Returns links to the wards and measures by which a hospital was found. */
    private Html hits(OverviewRow row, Snapshot snapshot, OverviewQuery query) {
        List<SeriesKey> hits = Optional.ofNullable(
                        snapshot.part(Hospitals.class).byCode().get(row.code()))
                .map(figures -> query.hits(figures, names))
                .orElse(List.of());
        return hits.isEmpty()
                ? Html.NOTHING
                : el(
                        "ul",
                        cls("hits"),
                        hits.stream()
                                .map(key -> el("li", el("a", href(Paths.line(key)), names.within(key))))
                                .toList());
    }

    private List<Html> scoreCells(OverviewRow row, RowDrawings drawings, Snapshot snapshot) {
        Html lastAnswer =
                el("td", cls("small"), row.lastAnswer() == null ? "" : Words.ago(row.lastAnswer(), snapshot.now()));
        return row.month28()
                .shown()
                .map(shown -> List.of(
                        el("td", cls("n"), el("b", Words.percent(shown))),
                        drawings.range(shown, row.condition()),
                        el(
                                "td",
                                cls("n"),
                                row.week().shown().map(Words::percent).orElse("-")),
                        el("td", cls("n"), English.count(shown.answers())),
                        drawings.trend(row.trend(), row.condition()),
                        lastAnswer))
                .orElseGet(() -> List.of(
                        el("td", cls("n"), "-"),
                        el("td", cls("small"), attr("colspan", "4"), instead(row)),
                        lastAnswer));
    }

    /** Says why there is no score, and what there was last where responses have ended. */
    private String instead(OverviewRow row) {
        if (row.month28() instanceof Reading.TooFew) {
            return Words.whyNone(row.month28());
        }
        Series.NewestMonth newest = row.month();
        if (newest == null) {
            return Words.whyNoneLately(row.month28());
        }
        String month = Words.month(newest.start(), names.zone(row.code()));
        return Words.whyNoneLately(row.month28()) + ". " + month + ": "
                + newest.reading()
                        .shown()
                        .map(shown -> Words.percent(shown) + " of " + English.answers(shown.answers()))
                        .orElseGet(() -> Words.whyNone(newest.reading()));
    }
}

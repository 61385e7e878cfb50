package heed.monitoring.page;

import static heed.monitoring.page.Html.attr;
import static heed.monitoring.page.Html.cls;
import static heed.monitoring.page.Html.el;
import static heed.monitoring.page.Html.href;

import heed.monitoring.readmodel.HospitalFigures;
import heed.monitoring.readmodel.Reading;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.SeriesKey;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.DropState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes one drop: what fell, how far, and how sure that is. */
final class DropPage {

    private final Names names;

    DropPage(Names names) {
        this.names = names;
    }

    Layout.Content write(Drop drop, Snapshot snapshot) {
        ZoneId zone = names.zone(drop.getHospital());
        LocalDate today = names.today(drop.getHospital(), snapshot.now());
        SeriesKey key = SeriesKey.of(drop);
        Optional<Series> series = Optional.ofNullable(snapshot.hospitals().get(drop.getHospital()))
                .map(HospitalFigures::series)
                .map(all -> all.get(key));
        Reading latest = series.map(each -> each.over(today, OverviewRow.SHORT)).orElseGet(Reading.NoResponses::new);
        String title = names.measure(drop.getMeasure()) + " fell from " + Words.percent(drop.getBaseline()) + " to "
                + Words.percent(drop.getScore());
        return new Layout.Content(
                Layout.Section.DROPS,
                title,
                Html.join(
                        crumbs(drop),
                        el("h1", title),
                        subline(drop, zone),
                        el(
                                "div",
                                cls("two"),
                                el(
                                        "section",
                                        cls("panel"),
                                        el("p", cls("lead"), lead(drop, zone)),
                                        series.map(each -> ChartPanel.of(
                                                        each,
                                                        Optional.of(drop),
                                                        today,
                                                        zone,
                                                        names.measure(drop.getMeasure()) + " at "
                                                                + names.hospital(drop.getHospital())))
                                                .orElse(Html.NOTHING),
                                        howSure(drop)),
                                el(
                                        "section",
                                        cls("panel"),
                                        el("h2", "Timeline"),
                                        Timeline.of(drop, latest, zone),
                                        el(
                                                "p",
                                                el(
                                                        "a",
                                                        href(Words.hospitalPath(drop.getHospital())),
                                                        "All of " + names.hospital(drop.getHospital())))))));
    }

    private Html crumbs(Drop drop) {
        return el(
                "nav",
                cls("crumbs"),
                attr("aria-label", "Breadcrumb"),
                el("a", href("/"), "Overview"),
                " / ",
                el("a", href(Words.hospitalPath(drop.getHospital())), names.hospital(drop.getHospital())),
                " / ",
                el("span", attr("aria-current", "page"), "Drop"));
    }

    private Html subline(Drop drop, ZoneId zone) {
        String span = drop.getState() == DropState.OPEN
                ? "open since " + Words.longMoment(drop.getOpenedAt(), zone)
                : "recovered on " + Words.longMoment(drop.getRecoveredAt(), zone);
        return el(
                "p",
                cls("sub"),
                names.place(drop.getHospital(), drop.getUnit()),
                names.isSimulated(drop.getHospital()) ? Html.join(" ", Condition.simulated()) : Html.NOTHING,
                " · ",
                span,
                " ",
                Condition.chip(Words.severity(drop.getSeverity()), drop.getState() == DropState.OPEN ? "red" : "grey"));
    }

    private String lead(Drop drop, ZoneId zone) {
        String open = drop.getState() == DropState.OPEN ? "Since about " : "From about ";
        return open + Words.longDate(drop.getSince(), zone) + " answers about \""
                + names.measure(drop.getMeasure()).toLowerCase(Locale.UK) + "\" have been lower: "
                + Words.percent(drop.getScore()) + ", where " + Words.percent(drop.getBaseline())
                + " was usual. Chance alone would show so much here " + Words.rarity(drop) + ".";
    }

    private static Html howSure(Drop drop) {
        List<Object> rows = new ArrayList<>();
        rows.add(row("Answers used", Words.count(Math.round(drop.getResponsesUsed()))));
        rows.add(row(
                "Score since the fall, with 99% range",
                Words.percent(drop.getScore()) + " (" + Words.range(drop.getScoreLow(), drop.getScoreHigh()) + ")"));
        rows.add(row("Usual score before it", Words.percent(drop.getBaseline())));
        rows.add(row("Estimated fall", points(drop.getFall())));
        rows.add(row("Evidence: by chance alone", Words.rarity(drop)));
        rows.add(row(
                "Alarm level held to",
                "1 false alarm in " + Words.count(Math.round(drop.getFalseAlarmDays())) + " days"));
        rows.add(row("Answers of one day move together by", String.format(Locale.UK, "%.3f", drop.getIcc())));
        rows.add(row("Rule", drop.getRuleVersion()));
        return Html.join(
                el("h2", attr("id", "sure"), "How sure is this"), el("table", cls("facts"), el("tbody", rows)));
    }

    private static String points(double fall) {
        long points = (long) Math.floor(fall * 100 + 0.5);
        return points == 1 ? "1 point" : points + " points";
    }

    private static Html row(String name, String value) {
        return el("tr", el("th", attr("scope", "row"), name), el("td", cls("n"), value));
    }
}

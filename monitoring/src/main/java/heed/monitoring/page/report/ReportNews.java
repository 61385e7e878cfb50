package heed.monitoring.page.report;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Chip;
import heed.monitoring.html.Html;
import heed.monitoring.page.ActionWords;
import heed.monitoring.page.NoteList;
import heed.monitoring.readmodel.Handling;
import heed.monitoring.view.Names;
import heed.monitoring.view.Words;
import heed.monitoring.view.report.MonthNews;
import heed.monitoring.view.report.MonthReport;
import heed.schemas.Action;
import java.time.ZoneId;
import java.util.List;

/** Writes what the watch found in a month, and what was done about it. */
final class ReportNews {

    /** More are on the drop's own page. */
    private static final int MOST_ACTS = 4;

    private final ZoneId zone;
    private final NoteList notes;

    ReportNews(ZoneId zone, Names names) {
        this.zone = zone;
        this.notes = new NoteList(names);
    }

    Html of(MonthReport report) {
        return Html.join(
                el("h2", attr("id", "found"), "Drops and rises, and what was done"),
                report.news().isEmpty()
                        ? el("p", "None that is remembered was open in this month.")
                        : el(
                                "ul",
                                cls("plain found"),
                                report.news().stream().map(this::item).toList()),
                el(
                        "p",
                        cls("small"),
                        "Of each measure and place the newest drop and rise are remembered, of earlier drops those that"
                                + " Heed has seen since it started."),
                noted(report.notes()));
    }

    private Html noted(List<Action> days) {
        return days.isEmpty()
                ? Html.NOTHING
                : Html.join(
                        el("h3", "Noted by staff"),
                        el(
                                "ul",
                                cls("plain notes"),
                                days.stream()
                                        .map(note -> el("li", notes.words(note)))
                                        .toList()));
    }

    private Html item(MonthNews news) {
        return el(
                "li",
                news.kind() == MonthNews.Kind.DROP ? Chip.of("Drop", "red") : Chip.of("Rise", "green"),
                " ",
                el("a", href(news.path()), news.title()),
                ": " + news.when() + ". " + (news.why().isEmpty() ? "" : news.why() + " "),
                news.handling().map(handling -> done(news, handling)).orElse(Html.NOTHING));
    }

    private Html done(MonthNews news, Handling handling) {
        List<Action> acts = handling.actions();
        if (acts.isEmpty()) {
            return el("span", cls("small"), "Nothing was recorded as done.");
        }
        int left = Math.max(0, acts.size() - MOST_ACTS);
        return el(
                "ul",
                cls("acts"),
                left == 0
                        ? Html.NOTHING
                        : el("li", cls("small"), el("a", href(news.path() + "#timeline"), left + " earlier")),
                acts.stream().skip(left).map(this::act).toList());
    }

    private Html act(Action act) {
        return el(
                "li",
                Words.date(act.getAt(), zone) + ": " + Html.written(act.getWho()) + " " + ActionWords.deed(act)
                        + (act.getText() == null ? "." : ": "),
                ActionWords.text(act));
    }
}

package heed.monitoring.page.report;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.view.report.MonthThemes;
import heed.schemas.sentence.CommentSentences;
import heed.schemas.sentence.English;

/** Writes what people wrote about in a month, for whoever may read what they wrote. */
final class ReportThemes {

    private ReportThemes() {}

    static Html of(MonthThemes themes) {
        return Html.join(el("h2", attr("id", "themes"), "What people wrote about"), told(themes));
    }

    private static Html told(MonthThemes themes) {
        if (themes.days().kept().isEmpty()) {
            return el("p", said(CommentSentences.NOT_KEPT));
        }
        if (themes.wrote().isEmpty()) {
            return el("p", said(whyNone(themes)));
        }
        int wrote = themes.wrote().get();
        return Html.join(
                el(
                        "p",
                        English.count(wrote) + " comments, "
                                + themes.days().kept().get().said() + ". ",
                        themes.days().areCut() ? Html.join(said(CommentSentences.OLDER_NOT_KEPT), " ") : Html.NOTHING,
                        themes.themes().isEmpty()
                                ? "No theme has enough of them to be told by itself."
                                : "What most are about, as a model finds it, which may take one theme for another"
                                        + " close to it:"),
                el(
                        "ul",
                        cls("themes"),
                        themes.themes().stream()
                                .map(each -> el("li", each.theme().title() + ": " + English.count(each.people())))
                                .toList()),
                el(
                        "p",
                        cls("small"),
                        "You see this because you may read comments. Hand it on to those alone who may too."));
    }

    private static Html said(CommentSentences sentence) {
        return Html.either(sentence.english(), sentence.welsh());
    }

    private static CommentSentences whyNone(MonthThemes themes) {
        if (themes.days().comments().isEmpty()) {
            return CommentSentences.TOO_FEW;
        }
        return themes.days().all().isEmpty() ? CommentSentences.NONE : CommentSentences.TOO_FEW_WROTE;
    }
}

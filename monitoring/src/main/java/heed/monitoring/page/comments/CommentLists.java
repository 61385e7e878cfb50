package heed.monitoring.page.comments;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.view.Words;
import heed.schemas.Comment;
import heed.schemas.Rated;
import heed.schemas.sentence.CommentSentences;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Writes what patients wrote in some days, the good beside the poor, the newest first. */
final class CommentLists {

    private static final int MOST = 100;

    private CommentLists() {}

    /** Returns the lists; a sentence where there is none, or too few answered for any to be shown. */
    static Html of(Optional<List<Comment>> comments, ZoneId zone) {
        if (comments.isEmpty()) {
            return said(CommentSentences.TOO_FEW);
        }
        if (comments.get().isEmpty()) {
            return said(CommentSentences.NONE);
        }
        return Html.join(
                el(
                        "div",
                        cls("compare"),
                        list("From people whose experience was good", Rated.GOOD, comments.get(), zone),
                        list("From people whose experience was not good", Rated.POOR, comments.get(), zone)),
                comments.get().stream().anyMatch(each -> each.getRated() == Rated.UNSTATED)
                        ? list("From people who did not say", Rated.UNSTATED, comments.get(), zone)
                        : Html.NOTHING);
    }

    /** Returns a sentence, in the language of the page. */
    static Html said(CommentSentences sentence) {
        return el("p", Html.either(sentence.english(), sentence.welsh()));
    }

    private static Html list(String heading, Rated rated, List<Comment> comments, ZoneId zone) {
        List<Comment> these =
                comments.stream().filter(each -> each.getRated() == rated).toList();
        List<Html> items =
                these.stream().limit(MOST).map(each -> item(each, zone)).toList();
        return el(
                "section",
                cls("panel"),
                el("h3", heading + " (" + these.size() + ")"),
                items.isEmpty() ? el("p", "None.") : el("ul", Html.join(items)),
                these.size() > MOST ? el("p", cls("small"), "The newest " + MOST + " are shown.") : Html.NOTHING);
    }

    private static Html item(Comment comment, ZoneId zone) {
        String language = comment.getLanguage();
        Html text = language == null
                ? el("span", attr("translate", "no"), comment.getText())
                : el("span", attr("lang", language), comment.getText());
        return el("li", text, " ", el("span", cls("small"), Words.date(comment.getGivenAt(), zone)));
    }
}

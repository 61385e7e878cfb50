package heed.monitoring.page.comments;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.view.ThemeShift;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.sentence.CommentSentences;
import java.util.List;

/** Writes what more people write about since a fall than before. */
final class MoreSince {

    private MoreSince() {}

    /** Returns the list, each leading to the comments about it at {@code page}; a sentence where there is none. */
    static Html of(List<ThemeShift> shifts, String page, Disclosure disclosure) {
        CommentSentences sentence = shifts.isEmpty() ? CommentSentences.NO_MORE_SINCE : CommentSentences.MORE_SINCE;
        return Html.join(
                el("h2", "What people say since"),
                el("p", sentence.english()),
                el("p", cls("welsh"), attr("lang", "cy"), sentence.welsh()),
                shifts.isEmpty()
                        ? Html.NOTHING
                        : el(
                                "ul",
                                shifts.stream()
                                        .map(each -> item(each, page, disclosure))
                                        .toList()));
    }

    private static Html item(ThemeShift shift, String page, Disclosure disclosure) {
        String before = disclosure.tells(shift.before())
                ? Integer.toString(shift.before())
                : "fewer than " + disclosure.minimum();
        return el(
                "li",
                el(
                        "a",
                        href(page + "?theme=" + shift.theme().code()),
                        shift.theme().title()),
                ": " + shift.since() + " of " + shift.allSince() + " since, " + before + " of " + shift.allBefore()
                        + " before");
    }
}

package heed.monitoring.page.comments;

import static heed.monitoring.html.Html.el;
import static heed.monitoring.html.Html.href;

import heed.monitoring.html.Html;
import heed.monitoring.view.KeptDays;
import heed.monitoring.view.ThemeShift;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.sentence.CommentSentences;
import java.util.List;
import java.util.Optional;

/**
 * Writes what more people write about since a fall than before.
 *
 * @param since what was written since
 * @param before what was written before
 * @param disclosure how many have to write for it to be told
 */
record MoreSince(KeptDays since, KeptDays before, Disclosure disclosure) {

    /**
     * Returns the list, each leading to the comments about it at {@code page}; a sentence where there is none, and
     * another where nothing was looked at, with how many wrote.
     */
    Html list(Optional<List<ThemeShift>> shifts, String page) {
        Html heading = el("h2", "What people say since");
        if (shifts.isEmpty()) {
            return Html.join(
                    heading,
                    CommentLists.said(CommentSentences.TOO_FEW_TO_TELL),
                    el(
                            "p",
                            "Comments since: " + howMany(since) + ". Before: " + howMany(before)
                                    + ". It takes at least " + disclosure.minimum()
                                    + " of each, of people who rated care alike."));
        }
        if (shifts.get().isEmpty()) {
            return Html.join(heading, CommentLists.said(CommentSentences.NO_MORE_SINCE));
        }
        return Html.join(
                heading,
                CommentLists.said(CommentSentences.MORE_SINCE),
                el("ul", shifts.get().stream().map(each -> item(each, page)).toList()));
    }

    private String howMany(KeptDays days) {
        if (days.kept().isEmpty()) {
            return "none are kept";
        }
        return days.comments().map(all -> told(all.size())).orElse("none that may be shown");
    }

    private String told(int count) {
        return disclosure.tells(count) ? Integer.toString(count) : "fewer than " + disclosure.minimum();
    }

    private Html item(ThemeShift shift, String page) {
        return el(
                "li",
                el(
                        "a",
                        href(page + "?theme=" + shift.theme().code()),
                        shift.theme().title()),
                ": " + shift.since() + " of " + shift.allSince() + " since, " + told(shift.before()) + " of "
                        + shift.allBefore() + " before");
    }
}

package heed.monitoring.page.comments;

import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.html.Switches;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.view.KeptDays;
import heed.monitoring.view.ThemeShift;
import heed.schemas.Comment;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.sentence.CommentSentences;
import heed.schemas.theme.Theme;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a reader choose comments by what they are about, where enough people wrote about it. */
final class ThemeChoice {

    private final Optional<Theme> chosen;
    private final SeenComments seen;
    private final Disclosure disclosure;

    /** Takes the code that was asked for; one that is none is nothing. */
    ThemeChoice(@Nullable String asked, SeenComments seen, Disclosure disclosure) {
        this.chosen = Optional.ofNullable(asked).flatMap(Theme::of);
        this.seen = seen;
        this.disclosure = disclosure;
    }

    /**
     * Returns links to the themes of {@code comments}: how many each has would tell how few of a part of them.
     *
     * @param page the page's address, to which a parameter is added
     */
    Html links(String page, List<Comment> comments) {
        List<Switches.Link> links = new ArrayList<>();
        links.add(new Switches.Link(page, "All", Switches.Here.of(chosen, Optional.empty())));
        String more = page + (page.contains("?") ? "&" : "?") + "theme=";
        Map<Theme, Integer> about = new EnumMap<>(Theme.class);
        comments.forEach(each -> seen.themes(each).forEach(theme -> about.merge(theme, 1, Integer::sum)));
        for (Theme theme : about.keySet()) {
            if (disclosure.tells(about.getOrDefault(theme, 0))) {
                links.add(new Switches.Link(
                        more + theme.code(), theme.title(), Switches.Here.of(chosen, Optional.of(theme))));
            }
        }
        return links.size() == 1 && chosen.isEmpty() ? Html.NOTHING : Switches.of("Themes", links);
    }

    /** Returns the lists of some days that are {@code called} something, as far as comments of them are kept. */
    Html lists(String called, KeptDays days, ZoneId zone) {
        if (days.kept().isEmpty()) {
            return Html.join(el("h2", called + days.asked().said()), CommentLists.said(CommentSentences.NOT_KEPT));
        }
        return Html.join(
                el("h2", called + days.kept().get().said()),
                days.areCut() ? CommentLists.said(CommentSentences.OLDER_NOT_KEPT) : Html.NOTHING,
                lists(days.comments(), zone));
    }

    private Html lists(Optional<List<Comment>> comments, ZoneId zone) {
        if (chosen.isEmpty() || comments.isEmpty()) {
            return CommentLists.of(comments, zone);
        }
        List<Comment> about = ThemeShift.about(chosen.get(), comments.get(), seen);
        return disclosure.tells(about.size())
                ? CommentLists.of(Optional.of(about), zone)
                : CommentLists.said(CommentSentences.TOO_FEW_ABOUT);
    }
}

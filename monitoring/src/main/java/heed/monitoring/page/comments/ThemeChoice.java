package heed.monitoring.page.comments;

import static heed.monitoring.html.Html.attr;
import static heed.monitoring.html.Html.cls;
import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.html.Switches;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.view.ThemeShift;
import heed.schemas.Comment;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.sentence.CommentSentences;
import heed.schemas.theme.Theme;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
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
        for (Theme theme : Theme.values()) {
            int about = ThemeShift.about(theme, comments, seen).size();
            if (disclosure.tells(about)) {
                links.add(new Switches.Link(
                        more + theme.code(), theme.title(), Switches.Here.of(chosen, Optional.of(theme))));
            }
        }
        return links.size() == 1 && chosen.isEmpty() ? Html.NOTHING : Switches.of("Themes", links);
    }

    /** Returns the lists of those of {@code comments} that are about what was chosen. */
    Html lists(Optional<List<Comment>> comments, ZoneId zone) {
        if (chosen.isEmpty() || comments.isEmpty()) {
            return CommentLists.of(comments, zone);
        }
        List<Comment> about = ThemeShift.about(chosen.get(), comments.get(), seen);
        return disclosure.tells(about.size())
                ? CommentLists.of(Optional.of(about), zone)
                : Html.join(
                        el("p", CommentSentences.TOO_FEW_ABOUT.english()),
                        el("p", cls("welsh"), attr("lang", "cy"), CommentSentences.TOO_FEW_ABOUT.welsh()));
    }
}

package heed.monitoring.page.comments;

import static heed.monitoring.html.Html.el;

import heed.monitoring.html.Html;
import heed.monitoring.readmodel.RisenThemes;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.ThemeRise;
import heed.schemas.key.PlaceKey;
import heed.schemas.sentence.CommentSentences;
import heed.schemas.sentence.ThemeRiseSentences;
import java.util.List;

/** Writes what people write about more than they did, of a hospital as a whole: wards are not looked at. */
final class RisenThemeLines {

    private RisenThemeLines() {}

    /** Returns a line for each theme; nothing where there is none. */
    static Html of(PlaceKey place, Snapshot snapshot) {
        List<ThemeRise> rises =
                place.unit() == null ? snapshot.part(RisenThemes.class).open(place.hospital()) : List.of();
        if (rises.isEmpty()) {
            return Html.NOTHING;
        }
        List<Html> lines = rises.stream()
                .map(rise -> el(
                        "li", el("p", Html.either(ThemeRiseSentences.english(rise), ThemeRiseSentences.welsh(rise)))))
                .toList();
        return Html.join(
                el("h2", "More write about"),
                el("ul", Html.join(lines)),
                CommentLists.said(CommentSentences.RISEN_THEMES));
    }
}

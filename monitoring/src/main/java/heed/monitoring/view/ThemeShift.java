package heed.monitoring.view;

import heed.monitoring.readmodel.SeenComments;
import heed.schemas.Comment;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.figures.FisherExact;
import heed.schemas.figures.Holm;
import heed.schemas.theme.Theme;
import java.util.ArrayList;
import java.util.List;

/**
 * A theme that more people wrote about since a fall began than before, beyond what chance explains.
 *
 * <p>Each theme that anybody wrote about is looked at by an exact test, and together they are held to one chance in
 * twenty of a finding where nothing has changed. How often the model is wrong about one comment is the same before and
 * since, so it hides changes rather than makes them.
 *
 * @param since how many of {@code allSince} comments are about it
 * @param before how many of {@code allBefore} are
 */
public record ThemeShift(Theme theme, int since, int allSince, int before, int allBefore) {

    private static final double MOST = .05;

    /**
     * Returns those of two lists of comments, the surest first; none of fewer comments than {@code disclosure} tells
     * of, in either or about the theme.
     */
    public static List<ThemeShift> of(
            List<Comment> since, List<Comment> before, SeenComments seen, Disclosure disclosure) {
        if (!disclosure.tells(since.size()) || !disclosure.tells(before.size())) {
            return List.of();
        }
        List<ThemeShift> all = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            var shift = new ThemeShift(
                    theme,
                    about(theme, since, seen).size(),
                    since.size(),
                    about(theme, before, seen).size(),
                    before.size());
            if (shift.since + shift.before > 0) {
                all.add(shift);
            }
        }
        return Holm.chosen(all.stream().mapToDouble(ThemeShift::chance).toArray(), MOST).stream()
                .map(all::get)
                .filter(shift -> disclosure.tells(shift.since))
                .toList();
    }

    /** Returns the comments that are about a theme. */
    public static List<Comment> about(Theme theme, List<Comment> comments, SeenComments seen) {
        return comments.stream()
                .filter(each -> seen.themes(each).contains(theme))
                .toList();
    }

    private double chance() {
        return FisherExact.atLeast(since, allSince, before, allBefore);
    }
}

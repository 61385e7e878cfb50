package heed.monitoring.view;

import heed.monitoring.readmodel.SeenComments;
import heed.schemas.Comment;
import heed.schemas.Rated;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.figures.FisherExact;
import heed.schemas.figures.Holm;
import heed.schemas.theme.Theme;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A theme that more people wrote about since a fall began than before, beyond what chance explains among people who
 * rated care alike.
 *
 * <p>The days since a fall were chosen because answers in them are worse, and what people write about hangs on how they
 * rate: so comments are compared with those of the same {@link Rated} alone. Each theme that anybody wrote about is
 * looked at by the exact test of {@link FisherExact} over the ratings, and all together by Holm's procedure.
 *
 * <p>What that guarantees: where people of each rating write since as they did before, and none hangs on another, at
 * most one look in twenty has any finding. It is of one look: a drop that is read day after day is looked at each time
 * anew. Nor does it name the theme: the model takes one for its neighbour, and a change of the one is then found as a
 * change of the other. Those of one rating may be worse in it than before, which the ratings do not tell.
 *
 * @param since how many of {@code allSince} comments are about it, of the ratings that there are before too
 * @param before how many of {@code allBefore} are, of the ratings that there are since too
 */
public record ThemeShift(Theme theme, int since, int allSince, int before, int allBefore) {

    private static final double MOST = .05;

    /**
     * Returns those of two lists of comments, the surest first; none about which fewer wrote than {@code disclosure}
     * tells of. Nothing where fewer than that can be compared, in either: then nothing was looked at.
     */
    public static Optional<List<ThemeShift>> of(
            List<Comment> since, List<Comment> before, SeenComments seen, Disclosure disclosure) {
        Map<Rated, Written> now = written(since, seen);
        Map<Rated, Written> then = written(before, seen);
        now.keySet().retainAll(then.keySet());
        then.keySet().retainAll(now.keySet());
        if (!disclosure.tells(all(now)) || !disclosure.tells(all(then))) {
            return Optional.empty();
        }
        List<ThemeShift> all = Stream.of(Theme.values())
                .map(theme -> new ThemeShift(theme, about(theme, now), all(now), about(theme, then), all(then)))
                .filter(shift -> shift.since + shift.before > 0)
                .toList();
        double[] chances = all.stream()
                .mapToDouble(shift -> chance(shift.theme, now, then))
                .toArray();
        return Optional.of(Holm.chosen(chances, MOST).stream()
                .map(all::get)
                .filter(shift -> disclosure.tells(shift.since))
                .toList());
    }

    /** How many people of one rating wrote, and about what. */
    private static final class Written {

        private int all;
        private final Map<Theme, Integer> about = new EnumMap<>(Theme.class);

        private int about(Theme theme) {
            return about.getOrDefault(theme, 0);
        }
    }

    private static Map<Rated, Written> written(List<Comment> comments, SeenComments seen) {
        Map<Rated, Written> written = new EnumMap<>(Rated.class);
        for (Comment comment : comments) {
            Written these = written.computeIfAbsent(comment.getRated(), none -> new Written());
            these.all++;
            seen.themes(comment).forEach(theme -> these.about.merge(theme, 1, Integer::sum));
        }
        return written;
    }

    private static int all(Map<Rated, Written> written) {
        return written.values().stream().mapToInt(these -> these.all).sum();
    }

    private static int about(Theme theme, Map<Rated, Written> written) {
        return written.values().stream().mapToInt(these -> these.about(theme)).sum();
    }

    private static double chance(Theme theme, Map<Rated, Written> now, Map<Rated, Written> then) {
        return FisherExact.atLeast(now.entrySet().stream()
                .map(each -> {
                    Written since = each.getValue();
                    Written before = Objects.requireNonNull(then.get(each.getKey()), "ratings are those of both");
                    return new FisherExact.Table(since.about(theme), since.all, before.about(theme), before.all);
                })
                .toList());
    }

    /** Returns the comments that are about a theme. */
    public static List<Comment> about(Theme theme, List<Comment> comments, SeenComments seen) {
        return comments.stream()
                .filter(each -> seen.themes(each).contains(theme))
                .toList();
    }
}

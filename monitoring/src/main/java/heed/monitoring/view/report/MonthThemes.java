package heed.monitoring.view.report;

import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.SeenComments;
import heed.monitoring.readmodel.Series;
import heed.monitoring.view.CommentDays;
import heed.monitoring.view.KeptDays;
import heed.schemas.Comment;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.theme.Theme;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people wrote about in a month, as far as what they wrote is kept and may be told.
 *
 * @param days the days, and which of them are kept
 * @param wrote how many wrote; nothing where fewer did than are told of
 * @param themes what enough of them wrote about, the most first
 */
public record MonthThemes(KeptDays days, Optional<Integer> wrote, List<About> themes) {

    private static final int MOST = 6;

    /** How many wrote about something. */
    public record About(Theme theme, int people) {}

    static MonthThemes of(ReportMonth month, Optional<Series> line, SeenComments seen, Disclosure disclosure) {
        KeptDays days = days(month, line, seen);
        List<Comment> all = days.all();
        Map<Theme, Integer> about = new EnumMap<>(Theme.class);
        all.forEach(comment -> seen.themes(comment).forEach(theme -> about.merge(theme, 1, Integer::sum)));
        return new MonthThemes(
                days,
                Optional.of(all.size()).filter(disclosure::tells),
                about.entrySet().stream()
                        .filter(each -> disclosure.tells(each.getValue()))
                        .map(each -> new About(each.getKey(), each.getValue()))
                        .sorted(Comparator.comparingInt(About::people)
                                .reversed()
                                .thenComparing(About::theme))
                        .limit(MOST)
                        .toList());
    }

    /** Whether enough answered is known by the days that are kept alone. */
    private static KeptDays days(ReportMonth month, Optional<Series> line, SeenComments seen) {
        var asked = new CommentDays(month.lastDay(), month.lastDay().getDayOfMonth());
        return month.lastDay().isAfter(month.today().minusDays(RecentDays.KEPT))
                ? KeptDays.of(asked, line, seen, month.zone())
                : new KeptDays(asked, Optional.empty(), Optional.empty());
    }
}

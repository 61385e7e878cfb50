package heed.connectors.notify;

import heed.schemas.Severity;
import heed.schemas.access.Scope;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says what a route is for: its own places, and of these what it wants to hear.
 *
 * @param places hospitals and units; nothing of others is told
 * @param kinds what it may be about
 * @param measures empty for every measure; a silence and a theme are of none, and told all the same
 * @param least the smallest drop that is told
 * @param text the same as the file of routes says it, by which a change is known
 */
public record NoticeScope(Scope places, Set<NoticeKind> kinds, Set<String> measures, Severity least, String text) {

    public NoticeScope {
        kinds = Set.copyOf(kinds);
        measures = Set.copyOf(measures);
    }

    /** Returns the same without what is of one kind. */
    public NoticeScope without(NoticeKind kind) {
        Set<NoticeKind> others = kinds.stream().filter(each -> each != kind).collect(Collectors.toUnmodifiableSet());
        return new NoticeScope(places, others, measures, least, text);
    }

    /** Tells whether a notice is for the route. */
    public boolean covers(Notice notice) {
        return kinds.contains(notice.kind())
                && isOfItsPlaces(notice)
                && (notice.measure() == null || measures.isEmpty() || measures.contains(notice.measure()))
                && notice.severity().map(each -> each.compareTo(least) >= 0).orElse(true);
    }

    /** Of an episode it is enough to have a part in it: it is told how many fell, and not which. */
    private boolean isOfItsPlaces(Notice notice) {
        return notice.kind() == NoticeKind.EPISODE
                ? places.extent() == Scope.Extent.EVERYWHERE
                        || notice.hospitals().stream().anyMatch(places::reaches)
                : notice.hospitals().stream().allMatch(hospital -> places.has(hospital, notice.unit()));
    }
}

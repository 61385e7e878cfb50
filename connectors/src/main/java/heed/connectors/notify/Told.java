package heed.connectors.notify;

import heed.schemas.Delivery;
import heed.schemas.DeliveryOutcome;
import heed.schemas.Severity;
import heed.schemas.key.WeekKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows what one route was told and need not be told. Threads may share it. */
final class Told {

    private static final int SAME_RISE_WEEKS = 8;

    private final Set<String> told = new HashSet<>();
    private final Map<String, Instant> history = new HashMap<>();
    private Optional<String> began = Optional.empty();

    /** Takes in a row of the delivery log that is of the route. */
    synchronized void add(Delivery row) {
        told.addAll(row.getTold());
        if (row.getOutcome() == DeliveryOutcome.HISTORY && row.getAbout() != null && row.getAsOf() != null) {
            history.merge(row.getAbout(), row.getAsOf(), (one, other) -> one.isAfter(other) ? one : other);
        }
        if (row.getOutcome() == DeliveryOutcome.BEGAN) {
            began = Optional.ofNullable(row.getScope());
        }
    }

    /** Returns what the route was for when it began; nothing of a route that is new. */
    synchronized Optional<String> began() {
        return began;
    }

    /** Tells whether a notice need not be told: it was, or it is history, or worse was told of the same. */
    synchronized boolean has(Notice notice) {
        Instant until = history.get(notice.about());
        return told.contains(notice.key())
                || (until != null && !notice.asOf().isAfter(until))
                || (notice.kind() == NoticeKind.THEME_RISE && hasRise(notice))
                || (notice.turn() != NoticeTurn.ENDED
                        && notice.severity().map(size -> hasWorse(notice, size)).orElse(false));
    }

    /**
     * The week that a theme's rise was found with moves as comments come late or are erased: near it, it is the same
     * rise. That one is over, or is taken back, is for those who were told of it.
     */
    private boolean hasRise(Notice notice) {
        String[] state = notice.state().split("-", 2);
        LocalDate found = WeekKey.monday(state[1]);
        return hasNear(notice.about(), state[0], found)
                || (notice.turn() == NoticeTurn.ENDED && !hasNear(notice.about(), Notices.OPEN, found));
    }

    private boolean hasNear(String about, String state, LocalDate found) {
        for (int weeks = -SAME_RISE_WEEKS; weeks <= SAME_RISE_WEEKS; weeks++) {
            if (told.contains(about + "|" + state + "-" + WeekKey.week(found.plusWeeks(weeks)))) {
                return true;
            }
        }
        return false;
    }

    private boolean hasWorse(Notice notice, Severity size) {
        String end = word(size);
        String without = notice.key().substring(0, notice.key().length() - end.length());
        for (Severity each : Severity.values()) {
            if (each.compareTo(size) > 0 && told.contains(without + word(each))) {
                return true;
            }
        }
        return false;
    }

    private static String word(Severity size) {
        return size.name().toLowerCase(Locale.ROOT);
    }
}

package heed.connectors.notify;

import heed.schemas.Delivery;
import heed.schemas.DeliveryOutcome;
import heed.schemas.Severity;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows what one route was told and need not be told. Threads may share it. */
final class Told {

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
                || (notice.turn() != NoticeTurn.ENDED
                        && notice.severity().map(size -> hasWorse(notice, size)).orElse(false));
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

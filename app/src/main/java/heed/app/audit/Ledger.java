package heed.app.audit;

import heed.schemas.RejectionReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Remembers the responses of one hospital for as many arrival days as are kept; an id entered on a closed day is forgotten. */
final class Ledger {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final int keptDays;
    private final Map<UUID, Entry> entries = new HashMap<>();
    private final TreeMap<Long, List<UUID>> days = new TreeMap<>();
    private long closedThrough = Long.MIN_VALUE;

    Ledger(int keptDays) {
        this.keptDays = keptDays;
    }

    /**
     * What a record came to.
     *
     * @param before what it takes out of the scores, or null
     * @param after what it puts in, or null
     */
    record Change(Outcome outcome, Entry before, Entry after) {}

    /**
     * Enters a record that names {@code place}.
     *
     * @throws RefusedException where its arrival day has been closed
     */
    Change enter(Submission submission, Place place) {
        long arrivalDay = Math.floorDiv(submission.arrival(), DAY_MS);
        RefusedException.unless(!isClosed(arrivalDay), RejectionReason.BEYOND_LEDGER);
        Entry known = entries.get(submission.id());
        if (known != null && known.withdrawn()) {
            return new Change(submission.withdrawn() ? Outcome.DUPLICATE : Outcome.WITHDRAWN, null, null);
        }
        if (known != null && !submission.withdrawn() && submission.revision() <= known.revision()) {
            return new Change(Outcome.DUPLICATE, null, null);
        }
        long day = known == null ? arrivalDay : Math.max(arrivalDay, known.day());
        Entry entry = new Entry(
                submission.revision(), day, place, submission.sheet(), submission.givenAt(), submission.points());
        remember(submission.id(), entry);
        if (submission.withdrawn()) {
            return new Change(Outcome.WITHDRAWN, known, null);
        }
        return new Change(known == null ? Outcome.COUNTED : Outcome.CORRECTED, known, entry);
    }

    private boolean isClosed(long day) {
        return day <= closedThrough || (days.size() >= keptDays && day < days.firstKey());
    }

    private void remember(UUID id, Entry entry) {
        if (!days.containsKey(entry.day()) && days.size() >= keptDays) {
            closeOldest();
        }
        entries.put(id, entry);
        days.computeIfAbsent(entry.day(), day -> new ArrayList<>()).add(id);
    }

    private void closeOldest() {
        Map.Entry<Long, List<UUID>> oldest = days.pollFirstEntry();
        closedThrough = oldest.getKey();
        for (UUID id : oldest.getValue()) {
            Entry entry = entries.get(id);
            if (entry != null && entry.day() == closedThrough) {
                entries.remove(id);
            }
        }
    }
}

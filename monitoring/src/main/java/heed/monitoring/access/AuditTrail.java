package heed.monitoring.access;

import heed.schemas.AuditEntry;
import heed.schemas.reader.Destination;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds the newest entries of the audit, and no more of them, however long it is. One thread writes; any number of
 * threads read what was published last, also while all is read anew.
 */
public final class AuditTrail implements Destination {

    /** How many entries are held: a few megabytes. */
    public static final int MOST = 10_000;

    private static final Comparator<AuditEntry> NEWEST_FIRST =
            Comparator.comparing(AuditEntry::getAt).reversed();

    private final int most;
    private List<AuditEntry> entries = new ArrayList<>();
    private boolean changed = true;
    private volatile Optional<List<AuditEntry>> published = Optional.empty();

    public AuditTrail() {
        this(MOST);
    }

    AuditTrail(int most) {
        this.most = most;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(Topics.AUDIT, this::put, key -> {}));
    }

    /** The newest of all partitions are among the newest of each. */
    @Override
    public long history() {
        return most;
    }

    private void put(AuditEntry entry) {
        entries.add(entry);
        changed = true;
        if (entries.size() > 2 * most) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        entries.sort(NEWEST_FIRST);
        if (entries.size() > most) {
            entries = new ArrayList<>(entries.subList(0, most));
        }
    }

    @Override
    public void restart() {
        entries.clear();
        changed = true;
    }

    @Override
    public void publish() {
        if (changed) {
            changed = false;
            forgetOldest();
            published = Optional.of(List.copyOf(entries));
        }
    }

    /** Returns the entries, newest first; nothing before all that is to be held has been read once. */
    public Optional<List<AuditEntry>> newest() {
        return published;
    }
}

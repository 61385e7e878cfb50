package heed.connectors.webhook;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Remembers the hundred thousand deliveries taken last, so that one that somebody has listened in on is not taken
 * again. What has left it, and what was taken before a restart, is too old to be taken after five minutes, and counts
 * once until then: the ledger calls it a duplicate.
 */
public final class SeenDeliveries {

    private static final int MOST = 100_000;

    private final Set<String> taken = new LinkedHashSet<>();

    /** Tells whether this sending of a delivery was taken before; one without a name never was. */
    public synchronized boolean has(String source, SignatureVerdict verdict) {
        return !verdict.delivery().isEmpty() && taken.contains(name(source, verdict));
    }

    /** Remembers one that was taken. */
    public synchronized void add(String source, SignatureVerdict verdict) {
        if (verdict.delivery().isEmpty()) {
            return;
        }
        taken.add(name(source, verdict));
        if (taken.size() > MOST) {
            taken.remove(taken.iterator().next());
        }
    }

    private static String name(String source, SignatureVerdict verdict) {
        return source + '|' + verdict.delivery();
    }
}

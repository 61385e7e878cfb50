package heed.monitoring.readmodel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what each kind of viewer sees of the newest snapshot, so that it is taken out once for all who see the same.
 */
final class Views {

    private volatile Seen newest = new Seen("", Map.of());

    private record Seen(String version, Map<Viewer, Snapshot> byViewer) {}

    /** Returns what of {@code all} is for a viewer. */
    Snapshot of(Snapshot all, Viewer viewer) {
        Seen kept = newest;
        if (!kept.version().equals(all.version())) {
            kept = new Seen(all.version(), new ConcurrentHashMap<>());
            newest = kept;
        }
        return kept.byViewer().computeIfAbsent(viewer, each -> each.view(all));
    }
}

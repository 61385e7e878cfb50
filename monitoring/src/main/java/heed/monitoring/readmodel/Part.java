package heed.monitoring.readmodel;

import java.util.Set;

/** A part of a snapshot: what one {@link ModelEntry} holds. Immutable. */
public interface Part {

    /** Returns what of it is for {@code viewer}: nothing of a hospital that they do not see. */
    Part seenBy(Viewer viewer);

    /** Returns what differs where what it says does. */
    default int content() {
        return hashCode();
    }

    /** Returns the hospitals that somebody should look at for what it says; mostly none. */
    default Set<String> attention() {
        return Set.of();
    }
}

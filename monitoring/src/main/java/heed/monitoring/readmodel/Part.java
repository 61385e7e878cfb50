package heed.monitoring.readmodel;

/** A part of a snapshot: what one {@link ModelEntry} holds. Immutable. */
public interface Part {

    /** Returns what of it is for {@code viewer}: nothing of a hospital that they do not see. */
    Part seenBy(Viewer viewer);
}

package heed.monitoring.readmodel;

import heed.schemas.access.Right;
import heed.schemas.disclosure.Disclosure;
import java.time.Duration;

/**
 * Hands out the figures as one viewer sees them. Whoever shows figures to people holds this, never the
 * {@link ReadModel}.
 */
public final class ViewedModel {

    private final ReadModel model;
    private final Viewer viewer;

    ViewedModel(ReadModel model, Viewer viewer) {
        this.model = model;
        this.viewer = viewer;
    }

    /** Returns who reads, and from how many answers on they are shown figures. */
    public Disclosure disclosure() {
        return model.disclosure();
    }

    /** Tells whether the viewer has a right at all. */
    public boolean may(Right right) {
        return viewer.may(right);
    }

    /** Returns the figures as last published. */
    public Snapshot snapshot() {
        return model.view(model.snapshot(), viewer);
    }

    /**
     * Waits until what the viewer sees is no longer that of {@code version}, or for {@code patience}; returns what
     * there is then. What changes elsewhere wakes nobody.
     */
    public Snapshot awaitChange(String version, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Snapshot all = model.snapshot();
        Snapshot seen = model.view(all, viewer);
        Duration left = patience;
        while (seen.version().equals(version) && left.compareTo(Duration.ZERO) > 0) {
            all = model.awaitChange(all.version(), left);
            seen = model.view(all, viewer);
            left = Duration.ofNanos(deadline - System.nanoTime());
        }
        return seen;
    }
}

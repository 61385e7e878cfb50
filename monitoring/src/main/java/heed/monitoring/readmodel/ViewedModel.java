package heed.monitoring.readmodel;

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

    /** Returns the figures as last published. */
    public Snapshot snapshot() {
        return viewer.view(model.snapshot());
    }

    /**
     * Waits until the figures are no longer those of {@code version}, or for {@code patience}; returns what there is
     * then. A version tells that something changed, at whichever hospital.
     */
    public Snapshot awaitChange(String version, Duration patience) throws InterruptedException {
        return viewer.view(model.awaitChange(version, patience));
    }
}

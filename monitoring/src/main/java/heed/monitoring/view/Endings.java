package heed.monitoring.view;

import heed.schemas.Drop;
import java.time.Instant;

/** Says when drops ended. */
public final class Endings {

    private Endings() {}

    /**
     * Returns when a drop that is no longer open ended: by itself, or because a person made the new level the usual
     * one.
     */
    public static Instant of(Drop drop) {
        return drop.getRecoveredAt() == null ? drop.getAsOf() : drop.getRecoveredAt();
    }
}

package heed.monitoring.actions;

import heed.schemas.Action;
import java.util.concurrent.CompletionStage;

/** Hands an action to {@code heed.actions.v1} and tells when it is safe there. */
@FunctionalInterface
public interface ActionWriter {

    /**
     * Writes one action. The stage completes normally only after the acknowledgement, otherwise exceptionally; it
     * always completes, and an action that is sent again under its {@code action_id} is the same action.
     */
    CompletionStage<Void> write(Action action);
}

package heed.monitoring.actions;

import heed.schemas.Action;
import java.util.concurrent.CompletionStage;

/** Hands an act to {@code heed.actions.v1} and tells when it is safe there. */
@FunctionalInterface
public interface ActionWriter {

    /**
     * Writes one act. The stage completes normally only after the acknowledgement, otherwise exceptionally; it always completes,
     * and an act that is sent again under its {@code action_id} is the same act.
     */
    CompletionStage<Void> write(Action action);
}

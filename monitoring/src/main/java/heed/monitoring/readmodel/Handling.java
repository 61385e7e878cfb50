package heed.monitoring.readmodel;

import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Drop;
import heed.schemas.DropState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people did about one drop. Immutable. It changes no figure and no verdict: a resolved drop stays open until the
 * score is back.
 *
 * @param actions the oldest first
 */
public record Handling(List<Action> actions, @Nullable Instant reopenedAt) {

    public Handling {
        actions = List.copyOf(actions);
    }

    /** Holds what people did about a drop that was not raised again. */
    public Handling(List<Action> actions) {
        this(actions, null);
    }

    /** How far people are with a drop. */
    public enum Stage {
        NEW,
        ACKNOWLEDGED,
        ASSIGNED,
        RESOLVED,
        /** Nobody picked the drop up before it ended: there is nothing left to pick up. */
        ENDED
    }

    /** Returns how far people are with {@code drop}. */
    public Stage stage(Drop drop) {
        return stage() == Stage.NEW && drop.getState() != DropState.OPEN ? Stage.ENDED : stage();
    }

    /** Returns how far people are, by what they did alone. */
    Stage stage() {
        return decisive()
                .map(action -> switch (action.getKind()) {
                    case RESOLVED -> Stage.RESOLVED;
                    case ASSIGNED -> Stage.ASSIGNED;
                    default -> Stage.ACKNOWLEDGED;
                })
                .orElse(Stage.NEW);
    }

    /**
     * Returns the action that the stage follows from: the newest that resolves, where nobody took the drop up again
     * since and no alarm raised it again; else the newest assignment, which outlasts that somebody takes note; else the
     * newest that took note.
     */
    public Optional<Action> decisive() {
        Action found = null;
        for (Action action : actions) {
            boolean outlasted = action.getKind() == ActionKind.ACKNOWLEDGED
                    && found != null
                    && found.getKind() == ActionKind.ASSIGNED;
            if (moves(action.getKind()) && !outlasted && !isOutdated(action)) {
                found = action;
            }
        }
        return Optional.ofNullable(found);
    }

    private boolean isOutdated(Action action) {
        return action.getKind() == ActionKind.RESOLVED
                && reopenedAt != null
                && action.getAt().isBefore(reopenedAt);
    }

    private static boolean moves(ActionKind kind) {
        return switch (kind) {
            case ACKNOWLEDGED, ASSIGNED, RESOLVED -> true;
            case NOTED, REBASELINED, DAY_NOTED, NOTE_REMOVED, UNSTATED -> false;
        };
    }

    /** Returns the action of that id. */
    public Optional<Action> action(String id) {
        return actions.stream()
                .filter(action -> action.getActionId().equals(id))
                .findFirst();
    }
}

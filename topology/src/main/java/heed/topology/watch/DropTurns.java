package heed.topology.watch;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropTurn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the course of a drop: each alarm, growth, easing and end, the first and the last ones. */
final class DropTurns {

    /** Turns of a record, at most. */
    static final int MOST = 20;

    private DropTurns() {}

    /** Returns the turns of a record: those that it has, and its own where it tells of one. */
    static List<DropTurn> of(Drop drop) {
        Instant at = at(drop);
        if (at == null) {
            return drop.getTurns();
        }
        List<DropTurn> turns = new ArrayList<>(drop.getTurns());
        turns.add(new DropTurn(at, drop.getPhase(), drop.getScore(), drop.getSince()));
        if (turns.size() > MOST) {
            turns.remove(1);
        }
        return List.copyOf(turns);
    }

    private static @Nullable Instant at(Drop drop) {
        return switch (drop.getPhase()) {
            case OPEN, FOUND_IN_LEARNING -> drop.getOpenedAt();
            case ESCALATED -> drop.getEscalatedAt();
            case EASED -> drop.getEasedAt();
            case REOPENED -> drop.getReopenedAt();
            case RECOVERED, REBASELINED -> drop.getRecoveredAt();
            case UNSTATED, CONFIRMED, REVISED -> null;
        };
    }

    /** Tells whether the learning days themselves had the fall. */
    static boolean beganInLearning(Drop drop) {
        return !drop.getTurns().isEmpty() && drop.getTurns().get(0).getPhase() == DropPhase.FOUND_IN_LEARNING;
    }
}

package heed.schemas.figures;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropTurn;
import java.util.EnumSet;
import java.util.Set;

/** How low a score was estimated to be in the course of a drop. */
public final class LowestEstimate {

    /** Turns that come with an estimate of how low the score is. */
    private static final Set<DropPhase> TOLD_HOW_LOW =
            EnumSet.of(DropPhase.OPEN, DropPhase.FOUND_IN_LEARNING, DropPhase.ESCALATED, DropPhase.REOPENED);

    private LowestEstimate() {}

    /** Returns the lowest of what was estimated at any of a drop's alarms, 0 to 1. */
    public static double of(Drop drop) {
        return drop.getTurns().stream()
                .filter(turn -> TOLD_HOW_LOW.contains(turn.getPhase()))
                .mapToDouble(DropTurn::getScore)
                .reduce(drop.getScore(), Math::min);
    }
}

package heed.monitoring.readmodel;

import heed.schemas.DaySums;
import heed.schemas.Score;
import heed.schemas.figures.Counted;
import java.time.Instant;

/**
 * Holds one calendar window of one line of figures.
 *
 * @param minimum fewest answers that a score is shown for
 * @param asOf arrival of the newest response that changed it
 * @param label the window in the hospital's local time, as {@link Score} has it
 * @param kind how far it is closed, and what its answers are
 */
public record Pane(Instant start, Instant end, Counted tally, int minimum, Instant asOf, String label, Kind kind) {

    /** How far a window is closed, and what its answers are. */
    enum Kind {
        OPEN,
        CLOSED,
        /** Closed, and of published figures alone, which anybody knows. */
        PUBLISHED,
        /** Published figures and answers of the hospital's own: who knows the first could tell the others. */
        MIXED;

        private static Kind of(Score score) {
            DaySums days = score.getDays();
            if (days != null && days.getN() > 0 && days.getN() < score.getN()) {
                return MIXED;
            }
            if (!score.getFinal$()) {
                return OPEN;
            }
            return days != null && days.getN() == 0 && score.getN() > 0 ? PUBLISHED : CLOSED;
        }
    }

    /** Returns the same window with the tally that is told of it, and not when what is held back arrived. */
    Pane told(Counted released) {
        return new Pane(start, end, released, minimum, end, label, kind);
    }

    static Pane of(Score score) {
        return new Pane(
                score.getStart(),
                score.getEnd(),
                new Counted(score.getN(), score.getSum(), score.getSumOfSquares()),
                score.getMinimum(),
                score.getAsOf(),
                score.getLabel(),
                Kind.of(score));
    }
}

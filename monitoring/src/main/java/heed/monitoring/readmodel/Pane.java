package heed.monitoring.readmodel;

import heed.schemas.Score;
import heed.schemas.figures.Counted;
import java.time.Instant;

/**
 * Holds one calendar window of one line of figures.
 *
 * @param minimum fewest answers that a score is shown for
 * @param asOf arrival of the newest response that changed it
 */
public record Pane(Instant start, Instant end, Counted tally, int minimum, Instant asOf) {

    static Pane of(Score score) {
        return new Pane(
                score.getStart(),
                score.getEnd(),
                new Counted(score.getN(), score.getSum(), score.getSumOfSquares()),
                score.getMinimum(),
                score.getAsOf());
    }
}

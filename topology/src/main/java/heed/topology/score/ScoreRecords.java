package heed.topology.score;

import heed.schemas.Score;
import heed.schemas.ScoreKey;
import heed.schemas.figures.ScoreFigures;
import java.time.Instant;

/** Writes a pane's measure as the record of the output topic. */
final class ScoreRecords {

    private final int minimum;

    ScoreRecords(int minimum) {
        this.minimum = minimum;
    }

    String key(PaneRow pane, int slot) {
        return ScoreKey.of(
                pane.place.hospital(),
                pane.place.unit(),
                pane.group.measures().get(slot).name(),
                pane.window,
                Instant.ofEpochMilli(pane.span.start()));
    }

    /** No responses, too few and a score are three things: n = 0, suppressed, and a score. */
    Score of(PaneRow pane, int slot) {
        long n = pane.n[slot];
        boolean suppressed = n > 0 && n < minimum;
        ScoreFigures figures = n >= minimum ? ScoreFigures.of(n, pane.sum[slot], pane.sumOfSquares[slot]) : null;
        return new Score(
                pane.place.hospital(),
                pane.place.unit(),
                pane.group.measures().get(slot).name(),
                pane.window,
                Instant.ofEpochMilli(pane.span.start()),
                Instant.ofEpochMilli(pane.span.end()),
                pane.place.calendar().label(pane.window, pane.span.start()),
                n,
                pane.sum[slot],
                pane.sumOfSquares[slot],
                figures == null ? null : figures.scoreBasisPoints(),
                figures == null ? null : figures.lowBasisPoints(),
                figures == null ? null : figures.highBasisPoints(),
                suppressed,
                minimum,
                pane.isFinal,
                Instant.ofEpochMilli(pane.asOf[slot]));
    }
}

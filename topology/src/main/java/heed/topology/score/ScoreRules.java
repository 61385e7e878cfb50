package heed.topology.score;

import heed.schemas.disclosure.Minimums;
import java.time.Duration;

/**
 * Settings of the score step.
 *
 * @param minimums fewest answers that each audience is shown a score of
 * @param lateness how long after a window's end responses may still come: then it is final
 * @param silence how long a partition must have been silent before the wall clock may close its windows
 */
public record ScoreRules(Minimums minimums, Duration lateness, Duration silence) {

    /** Checks the ranges. */
    public ScoreRules {
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("silence must be above 0, was " + silence);
        }
    }
}

package heed.topology.score;

import java.time.Duration;

/**
 * Settings of the score step.
 *
 * @param minimum fewest answers that a score is shown for
 * @param lateness how long after a window's end responses may still come: then it is final
 * @param silence how long a partition must have been silent before the wall clock may close its windows
 */
public record ScoreRules(int minimum, Duration lateness, Duration silence) {

    /** Checks the ranges. */
    public ScoreRules {
        if (minimum < 1 || minimum > 1_000) {
            throw new IllegalArgumentException("scores.minimum must be 1 to 1000, was " + minimum);
        }
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("silence must be above 0, was " + silence);
        }
    }
}

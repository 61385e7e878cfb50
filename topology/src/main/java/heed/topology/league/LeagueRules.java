package heed.topology.league;

import java.time.Duration;

/**
 * Settings of the league.
 *
 * @param minimum fewest answers that a hospital is compared with
 * @param interval how long a comparison stands at least before it is made again
 */
public record LeagueRules(int minimum, Duration interval) {

    /** Checks the ranges. */
    public LeagueRules {
        if (minimum < 1) {
            throw new IllegalArgumentException("minimum must be at least 1, was " + minimum);
        }
        if (interval.isNegative()) {
            throw new IllegalArgumentException("interval must not be negative, was " + interval);
        }
    }
}

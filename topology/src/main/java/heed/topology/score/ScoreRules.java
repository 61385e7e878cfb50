package heed.topology.score;

import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.topology.response.Place;
import java.time.Duration;

/**
 * Settings of the score step.
 *
 * @param minimums fewest answers that each audience is shown a score of
 * @param lateness how long after a window's end responses may still come: then it is final
 * @param silence how long a partition must have been silent before the wall clock may close its windows
 * @param unitsFrom the shortest window that scores of units are said of; those of whole hospitals are of every window
 */
public record ScoreRules(Minimums minimums, Duration lateness, Duration silence, Window unitsFrom) {

    /** Checks the ranges. */
    public ScoreRules {
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("silence must be above 0, was " + silence);
        }
        if (unitsFrom.compareTo(Window.DAY) > 0) {
            throw new IllegalArgumentException(
                    "days, weeks and months of units are always said, not from " + unitsFrom);
        }
    }

    /** Says whether there are scores of a place in windows of a kind. */
    boolean says(Place place, Window kind) {
        return place.isWhole() || kind.compareTo(unitsFrom) >= 0;
    }
}

package heed.topology.detect.mix;

import heed.topology.respondent.Trait;

/**
 * Says whether a fall remains when the make-up of the respondents is held at what it was before.
 *
 * @param trait what they were told apart by
 * @param fall the fall as counted, of all answers, 0 to 1
 * @param held the fall that is left with the make-up held; tells nothing unless {@link #isCompared}
 * @param covered share of the answers before that are compared, 0 to 1
 * @param before answers before that are compared
 * @param since answers since that are compared
 * @param verdict what holding the make-up says
 */
public record MixFinding(
        Trait trait, double fall, double held, double covered, long before, long since, Verdict verdict) {

    static final double LEAST_COVERED = .5;

    /** What holding the make-up says of a fall. */
    public enum Verdict {
        /** The fall is there all the same. */
        REMAINS,
        /** Some of it is left. */
        PARTLY,
        /** The respondents changed. */
        EXPLAINED,
        /** Too little can be compared, or too few answers to be sure yet. */
        UNKNOWN
    }

    /** Tells whether enough of the answers are compared for the fall that is left to mean anything. */
    public boolean isCompared() {
        return covered >= LEAST_COVERED;
    }
}

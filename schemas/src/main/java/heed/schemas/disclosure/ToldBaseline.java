package heed.schemas.disclosure;

import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.record.RecordCopy;

/** Decides what is told of how a line is watched, which stands on other days than a month's. */
final class ToldBaseline {

    private ToldBaseline() {}

    /**
     * Tells whether it may be told: that a line is watched always is; that one is learned where there are no answers,
     * which is no secret, or enough of them.
     */
    static boolean isTold(Baseline baseline, int minimum) {
        return baseline.getState() == BaselineState.WATCHED || baseline.getN() == 0 || isEnough(baseline, minimum);
    }

    /**
     * Returns what may be read of it: where too few answers were learned from, that it is watched, and no figures; not
     * even how many there are.
     */
    static Baseline of(Baseline baseline, int minimum) {
        return isEnough(baseline, minimum)
                ? baseline
                : RecordCopy.of(baseline, Baseline.newBuilder())
                        .setN(0)
                        .setDays(0)
                        .setUsual(null)
                        .setEvidence(0)
                        .setEvidenceYears(0)
                        .build();
    }

    private static boolean isEnough(Baseline baseline, int minimum) {
        return baseline.getN() >= minimum;
    }
}

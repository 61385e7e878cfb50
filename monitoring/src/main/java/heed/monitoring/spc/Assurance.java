package heed.monitoring.spc;

import heed.schemas.questionnaire.Better;

/** Says whether a target can be counted on, as the second of the two icons of Making Data Count does. */
public enum Assurance {
    /** All that chance is likely to do passes the target. */
    PASSES,
    /** Chance alone decides whether the target is passed. */
    HIT_OR_MISS,
    /** All that chance is likely to do falls short of the target. */
    FAILS;

    static Assurance of(XmrLimits limits, double target, Better better) {
        boolean higher = better == Better.HIGHER;
        if (higher ? limits.lower() >= target : limits.upper() <= target) {
            return PASSES;
        }
        return (higher ? limits.upper() < target : limits.lower() > target) ? FAILS : HIT_OR_MISS;
    }
}

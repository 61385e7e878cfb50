package heed.schemas.registry;

/** Lists the rules by which a registry judges a subject's new versions. */
public enum Compatibility {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    /** Every version reads every other: ours. */
    FULL_TRANSITIVE
}

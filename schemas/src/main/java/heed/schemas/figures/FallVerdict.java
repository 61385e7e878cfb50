package heed.schemas.figures;

/** Whether a fall is a place's own, or one that hospitals share. */
public enum FallVerdict {
    /** At least half of the fall goes beyond what others did, and surely some of it. */
    OWN,
    /**
     * Others surely fell too; at most half of the fall goes beyond that, and surely less than 5 points; and the latest
     * weeks show no own fall.
     */
    SHARED,
    /** Neither can be said. */
    UNKNOWN
}

package heed.schemas.disclosure;

/**
 * Says how much of a count of results, or of rows of a state, is told. One answer makes many of them, so that in steps
 * of the minimum they would show when a single one came in.
 */
public final class ToldResults {

    /** Results that one answer makes at most: of 64 measures, hospital and unit, four windows, with some room. */
    private static final long MOST_OF_AN_ANSWER = 1_000;

    private ToldResults() {}

    /** Returns whole steps of what the minimum of answers makes at most; staff are told the count. */
    public static long of(long count, Disclosure disclosure) {
        return disclosure.isByRelease() ? count - count % (disclosure.minimum() * MOST_OF_AN_ANSWER) : count;
    }
}

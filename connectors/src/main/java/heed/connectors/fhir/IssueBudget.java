package heed.connectors.fhir;

/** Bounds how many issues are listed of all resources of one body together: a small body can be wrong all over. */
final class IssueBudget {

    /** How many issues are listed of a Bundle. */
    static final int MOST_LISTED = 200;

    private int left = MOST_LISTED;
    private int leftOut;

    /** Spends one of what is left; tells whether there was one. */
    boolean spends() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }

    /** Counts an issue that is listed nowhere. */
    void leaveOut() {
        leftOut++;
    }

    /** Returns how many issues are listed nowhere. */
    int leftOut() {
        return leftOut;
    }
}

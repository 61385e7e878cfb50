package heed.topology.league;

/**
 * Says which hospitals of a league are in its top fifth and which in its bottom fifth.
 *
 * <p>A rank is in the top fifth if {@code 5 rank <= hospitals}, in the bottom fifth if as many ranks from the other
 * end: never more than a fifth of the hospitals, so four have neither and five have one of each.
 */
final class Fifths {

    private Fifths() {}

    /** Returns 1 for the top fifth, -1 for the bottom fifth, 0 between. */
    static int of(int rank, int hospitals) {
        if (rank < 1 || rank > hospitals) {
            throw new IllegalArgumentException("rank must be 1 to " + hospitals + ", was " + rank);
        }
        if (5 * rank <= hospitals) {
            return 1;
        }
        return 5 * (hospitals - rank + 1) <= hospitals ? -1 : 0;
    }
}

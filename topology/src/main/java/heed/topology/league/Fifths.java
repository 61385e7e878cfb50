package heed.topology.league;

/**
 * Says which hospitals of a league are in its top fifth and which in its bottom fifth: by score, so that those with
 * equal scores are in the same.
 *
 * <p>The top fifth has a better score than at least four fifths of the hospitals, the bottom fifth a worse one. So it
 * is never more than a fifth of the hospitals: four have neither, five have one of each, and where so many share the
 * best score that they would not fit, nobody is in the top fifth.
 */
final class Fifths {

    private Fifths() {}

    /**
     * Returns 1 for the top fifth, -1 for the bottom fifth, 0 between.
     *
     * @param first best place that the hospitals with this score take up, 1 is best
     * @param last worst place that they take up
     * @param hospitals how many hospitals are ranked
     */
    static int of(int first, int last, int hospitals) {
        if (first < 1 || last < first || last > hospitals) {
            throw new IllegalArgumentException(
                    "places must be 1 to " + hospitals + " in order, were " + first + " to " + last);
        }
        boolean top = 5 * last <= hospitals;
        boolean bottom = 5 * (hospitals - first + 1) <= hospitals;
        return top ? 1 : bottom ? -1 : 0;
    }
}

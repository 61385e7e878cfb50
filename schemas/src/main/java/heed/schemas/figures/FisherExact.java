package heed.schemas.figures;

/**
 * Tells how likely chance alone is to put so many of some kind into one of two groups: the one-sided exact test of R.
 * A. Fisher, <i>On the interpretation of chi-square from contingency tables, and the calculation of P</i>, Journal of
 * the Royal Statistical Society 85 (1922). It holds for groups of any size, and is cautious in small ones.
 */
public final class FisherExact {

    private FisherExact() {}

    /**
     * Returns the probability that the first group has at least {@code some} of the kind, were its members drawn from
     * both groups by lot.
     *
     * @param some of the first group's {@code all} are of the kind
     * @param others of the second group's {@code allOthers} are of the kind
     */
    public static double atLeast(int some, int all, int others, int allOthers) {
        if (some < 0 || others < 0 || some > all || others > allOthers) {
            throw new IllegalArgumentException(
                    "no groups: " + some + " of " + all + ", " + others + " of " + allOthers);
        }
        int kind = some + others;
        double sum = 0;
        for (int first = some; first <= Math.min(all, kind); first++) {
            if (kind - first <= allOthers) {
                sum += Math.exp(logChoices(all, first)
                        + logChoices(allOthers, kind - first)
                        - logChoices(all + allOthers, kind));
            }
        }
        return Math.min(1, sum);
    }

    private static double logChoices(int from, int some) {
        double sum = 0;
        for (int i = 1; i <= some; i++) {
            sum += Math.log((double) (from - some + i) / i);
        }
        return sum;
    }
}

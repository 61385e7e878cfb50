package heed.schemas.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tells how likely chance alone is to put so many of some kind into one of two groups: the one-sided exact test of R.
 * A. Fisher, <i>On the interpretation of chi-square from contingency tables, and the calculation of P</i>, Journal of
 * the Royal Statistical Society 85 (1922). It holds for groups of any size, and is cautious in small ones.
 *
 * <p>Where members differ in something that the kind hangs on, each stratum of it is drawn by itself: the exact test
 * that the common odds ratio of several tables is one, given the margins of each, as in A. Agresti, <i>A survey of
 * exact inference for contingency tables</i>, Statistical Science 7 (1992).
 */
public final class FisherExact {

    private FisherExact() {}

    /**
     * How many of two groups are of the kind.
     *
     * @param some of the first group's {@code all} are of the kind
     * @param others of the second group's {@code allOthers} are of the kind
     */
    public record Table(int some, int all, int others, int allOthers) {

        public Table {
            if (some < 0 || others < 0 || some > all || others > allOthers) {
                throw new IllegalArgumentException(
                        "no groups: " + some + " of " + all + ", " + others + " of " + allOthers);
            }
        }

        private int kind() {
            return some + others;
        }

        private int least() {
            return Math.max(0, kind() - allOthers);
        }

        /**
         * Returns how likely each number of the kind in the first group is, from the least that there can be on: each
         * from the one before it, and all together one.
         */
        private double[] chances() {
            double[] logs = new double[Math.min(all, kind()) - least() + 1];
            for (int i = 1; i < logs.length; i++) {
                int had = least() + i - 1;
                logs[i] = logs[i - 1]
                        + Math.log((double) (all - had) * (kind() - had))
                        - Math.log((had + 1.0) * (allOthers - kind() + had + 1));
            }
            double most = Arrays.stream(logs).max().orElseThrow();
            double[] chances =
                    Arrays.stream(logs).map(each -> Math.exp(each - most)).toArray();
            double whole = Arrays.stream(chances).sum();
            return Arrays.stream(chances).map(each -> each / whole).toArray();
        }
    }

    /** Returns the probability that the first group has at least so many, were its members drawn by lot. */
    public static double atLeast(int some, int all, int others, int allOthers) {
        return atLeast(List.of(new Table(some, all, others, allOthers)));
    }

    /**
     * Returns the probability that the first groups have together at least as many of the kind as they have, were the
     * members of each stratum's drawn by lot from the stratum; one where there is no stratum.
     */
    public static double atLeast(List<Table> strata) {
        int wanted =
                strata.stream().mapToInt(each -> each.some() - each.least()).sum();
        if (wanted == 0) {
            return 1;
        }
        List<double[]> chances = strata.stream()
                .map(Table::chances)
                .sorted(Comparator.comparingInt(each -> each.length))
                .toList();
        double[] smaller = {1};
        for (double[] each : chances.subList(0, chances.size() - 1)) {
            smaller = sum(smaller, each);
        }
        double[] atLeast = chances.get(chances.size() - 1).clone();
        for (int i = atLeast.length - 2; i >= 0; i--) {
            atLeast[i] += atLeast[i + 1];
        }
        double sum = 0;
        for (int i = 0; i < smaller.length; i++) {
            int rest = Math.max(0, wanted - i);
            sum += rest < atLeast.length ? smaller[i] * atLeast[rest] : 0;
        }
        return Math.min(1, sum);
    }

    /** Returns how likely each sum of two numbers is. */
    private static double[] sum(double[] one, double[] other) {
        double[] sum = new double[one.length + other.length - 1];
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < other.length; j++) {
                sum[i + j] += one[i] * other[j];
            }
        }
        return sum;
    }
}

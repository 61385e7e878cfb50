package heed.app.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the weekly lists of fallen keys were like in one world.
 *
 * @param falseShare mean share of listed keys that had not fallen; a week with an empty list counts as 0
 * @param listed mean length of the list
 * @param weeksWithFalse share of the weeks with such a key in the list
 * @param openFalseShare mean share of keys with an open drop that had not fallen, whether listed or not
 * @param foundAfter by the size of the fall, days until the list had each key that fell, infinite where it never did
 */
record ListedKeys(
        double falseShare, double listed, double weeksWithFalse, double openFalseShare, List<double[]> foundAfter) {

    /** Notes how each week's list is. */
    static final class Notes {

        private final int fallen;
        private final Set<Integer> found = new HashSet<>();
        private final List<List<Double>> foundAfter = new ArrayList<>();
        private int weeks;
        private int weeksWithFalse;
        private double listed;
        private double falseShare;
        private double openFalseShare;

        /** Begins where so many of the first keys fall, by each size in turn. */
        Notes(int fallen) {
            this.fallen = fallen;
            for (int size = 0; size < ManyKeys.SIZES; size++) {
                foundAfter.add(new ArrayList<>());
            }
        }

        /** Notes that a key that had fallen {@code days} ago was listed. */
        void found(int key, int size, int days) {
            if (found.add(key)) {
                foundAfter.get(size).add((double) days);
            }
        }

        /** Notes how many were listed and how many had an open drop, and how many of each had not fallen. */
        void week(int inList, int wrong, int open, int wronglyOpen) {
            weeks++;
            listed += inList;
            falseShare += share(wrong, inList);
            openFalseShare += share(wronglyOpen, open);
            weeksWithFalse += wrong > 0 ? 1 : 0;
        }

        private static double share(int part, int all) {
            return all == 0 ? 0 : part / (double) all;
        }

        ListedKeys listed() {
            List<double[]> after = new ArrayList<>();
            for (int size = 0; size < ManyKeys.SIZES; size++) {
                int fell = (fallen + ManyKeys.SIZES - 1 - size) / ManyKeys.SIZES;
                double[] days = Arrays.copyOf(
                        foundAfter.get(size).stream().mapToDouble(each -> each).toArray(), fell);
                Arrays.fill(days, foundAfter.get(size).size(), fell, Double.POSITIVE_INFINITY);
                after.add(days);
            }
            return new ListedKeys(
                    falseShare / weeks,
                    listed / weeks,
                    weeksWithFalse / (double) weeks,
                    openFalseShare / weeks,
                    List.copyOf(after));
        }
    }
}

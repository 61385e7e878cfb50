package heed.monitoring.attack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds what follows from sums of whole numbers that each lie between bounds.
 *
 * <p>Sums are reduced by Gauss and Jordan, modulo a prime so large that no reduction of so few sums of zeros and ones
 * goes wrong. Of each reduced row with small whole factors the bounds of its unknowns follow from each other. What is
 * fixed so is known, and the sums are reduced again, until nothing more follows.
 */
final class LinearKnowledge {

    private static final long P = 2_147_483_647L;
    private static final int SMALL = 64;
    private static final int ROUNDS = 30;

    private final int size;
    private final long[] low;
    private final long[] high;
    private final Map<BitSet, Long> sums = new LinkedHashMap<>();
    /** Reduced rows by their first column; the last column is the sum. */
    private final long[][] rows;

    /** Starts without sums; {@code low} and {@code high} are the bounds of each unknown, and are narrowed. */
    LinearKnowledge(long[] low, long[] high) {
        this.size = low.length;
        this.low = low;
        this.high = high;
        this.rows = new long[size][];
    }

    /** Takes a sum that was read; the same unknowns are not taken twice. */
    void learn(BitSet unknowns, long sum) {
        if (unknowns.isEmpty() || sums.putIfAbsent((BitSet) unknowns.clone(), sum) != null) {
            return;
        }
        add(unknowns, sum);
    }

    long high(int unknown) {
        return high[unknown];
    }

    private void add(BitSet unknowns, long sum) {
        long[] row = new long[size + 1];
        unknowns.stream().forEach(each -> row[each] = 1);
        row[size] = Math.floorMod(sum, P);
        reduce(row);
        int first = first(row);
        if (first < 0) {
            if (row[size] != 0) {
                throw new IllegalStateException("what was read contradicts itself at " + unknowns + " = " + sum);
            }
            return;
        }
        scale(row, inverse(row[first]));
        for (long[] other : rows) {
            if (other != null && other[first] != 0) {
                subtract(other, row, other[first]);
            }
        }
        rows[first] = row;
    }

    private void reduce(long[] row) {
        for (int at = 0; at < size; at++) {
            if (row[at] != 0 && rows[at] != null) {
                subtract(row, rows[at], row[at]);
            }
        }
    }

    private int first(long[] row) {
        for (int at = 0; at < size; at++) {
            if (row[at] != 0) {
                return at;
            }
        }
        return -1;
    }

    private static void subtract(long[] from, long[] row, long times) {
        for (int at = 0; at < from.length; at++) {
            if (row[at] != 0) {
                from[at] = Math.floorMod(from[at] - times * row[at] % P, P);
            }
        }
    }

    private static void scale(long[] row, long by) {
        for (int at = 0; at < row.length; at++) {
            row[at] = row[at] * by % P;
        }
    }

    private static long inverse(long value) {
        long result = 1;
        long base = value;
        for (long power = P - 2; power > 0; power >>= 1) {
            if ((power & 1) == 1) {
                result = result * base % P;
            }
            base = base * base % P;
        }
        return result;
    }

    /** Draws every conclusion. */
    void conclude() {
        boolean[] known = new boolean[size];
        for (int round = 0; round < ROUNDS && narrow(); round++) {
            for (int at = 0; at < size; at++) {
                if (!known[at] && low[at] == high[at]) {
                    known[at] = true;
                    BitSet one = new BitSet();
                    one.set(at);
                    learn(one, low[at]);
                }
            }
        }
    }

    private boolean narrow() {
        boolean narrowed = false;
        for (long[] row : rows) {
            if (row != null) {
                narrowed |= narrow(row);
            }
        }
        for (Map.Entry<BitSet, Long> sum : Map.copyOf(sums).entrySet()) {
            long[] row = new long[size + 1];
            sum.getKey().stream().forEach(each -> row[each] = 1);
            row[size] = Math.floorMod(sum.getValue(), P);
            narrowed |= narrow(row);
        }
        return narrowed;
    }

    private boolean narrow(long[] row) {
        int[] columns = java.util.stream.IntStream.range(0, size)
                .filter(at -> row[at] != 0)
                .toArray();
        long[] factors = Arrays.stream(columns).mapToLong(at -> whole(row[at])).toArray();
        if (Arrays.stream(factors).anyMatch(factor -> Math.abs(factor) > SMALL)) {
            return false;
        }
        long sum = whole(row[size]);
        long least = 0;
        long most = 0;
        for (int i = 0; i < columns.length; i++) {
            least += factors[i] * (factors[i] > 0 ? low : high)[columns[i]];
            most += factors[i] * (factors[i] > 0 ? high : low)[columns[i]];
        }
        boolean narrowed = false;
        for (int i = 0; i < columns.length; i++) {
            int at = columns[i];
            long factor = factors[i];
            long restLeast = least - factor * (factor > 0 ? low : high)[at];
            long restMost = most - factor * (factor > 0 ? high : low)[at];
            long one = sum - restMost;
            long other = sum - restLeast;
            long atLeast = factor > 0 ? ceil(one, factor) : ceil(other, factor);
            long atMost = factor > 0 ? Math.floorDiv(other, factor) : Math.floorDiv(one, factor);
            if (atLeast > low[at] || atMost < high[at]) {
                low[at] = Math.max(low[at], atLeast);
                high[at] = Math.min(high[at], atMost);
                if (low[at] > high[at]) {
                    throw new IllegalStateException("what was read contradicts the bounds of " + at);
                }
                return true;
            }
        }
        return narrowed;
    }

    private static long ceil(long value, long by) {
        return -Math.floorDiv(-value, by);
    }

    private static long whole(long residue) {
        return residue > P / 2 ? residue - P : residue;
    }

    /** Tells whether the sum of some unknowns follows from what is known. */
    boolean determines(BitSet unknowns) {
        long[] row = new long[size + 1];
        unknowns.stream().forEach(each -> row[each] = 1);
        reduce(row);
        return first(row) < 0;
    }
}

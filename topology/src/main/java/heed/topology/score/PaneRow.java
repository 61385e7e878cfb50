package heed.topology.score;

import heed.schemas.Window;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.time.ZoneCalendar.Span;
import java.util.Arrays;

/**
 * One pane: the integers of all measures of one questionnaire at one place in one window.
 *
 * <p>Integers only, so that order does not matter and a withdrawal takes out exactly what was put in.
 */
final class PaneRow {

    /** A measure that no response has touched. */
    static final long UNTOUCHED = Long.MIN_VALUE;

    final Place place;
    final MeasureGroup group;
    final Window window;
    final Span span;
    long[] n;
    long[] sum;
    long[] sumOfSquares;
    long[] asOf;
    /** Slots whose score has changed since the last commit, as bits. */
    long changed;

    boolean isFinal;
    /** Newest ledger day of a response in the pane; once it is closed the pane cannot change. */
    long ledgerDay = Long.MIN_VALUE;

    PaneRow(Place place, MeasureGroup group, Window window, Span span) {
        this.place = place;
        this.group = group;
        this.window = window;
        this.span = span;
        int slots = group.measures().size();
        n = new long[slots];
        sum = new long[slots];
        sumOfSquares = new long[slots];
        asOf = new long[slots];
        Arrays.fill(asOf, UNTOUCHED);
    }

    /** Puts points in (sign 1) or takes them out (sign -1). */
    void add(int slot, int sign, int points, long arrivedAt) {
        ensure(slot);
        n[slot] += sign;
        sum[slot] += (long) sign * points;
        sumOfSquares[slot] += (long) sign * points * points;
        asOf[slot] = Math.max(asOf[slot], arrivedAt);
        changed |= 1L << slot;
    }

    /** Takes a measure's integers from the changelog. */
    void set(int slot, long count, long total, long squares, long arrivedAt) {
        ensure(slot);
        n[slot] = count;
        sum[slot] = total;
        sumOfSquares[slot] = squares;
        asOf[slot] = arrivedAt;
    }

    /** Marks the pane final: every score in it is said once more. */
    void close() {
        isFinal = true;
        for (int slot = 0; slot < asOf.length; slot++) {
            if (asOf[slot] != UNTOUCHED) {
                changed |= 1L << slot;
            }
        }
    }

    private void ensure(int slot) {
        if (slot >= n.length) {
            int slots = group.measures().size();
            int had = n.length;
            n = Arrays.copyOf(n, slots);
            sum = Arrays.copyOf(sum, slots);
            sumOfSquares = Arrays.copyOf(sumOfSquares, slots);
            asOf = Arrays.copyOf(asOf, slots);
            Arrays.fill(asOf, had, slots, UNTOUCHED);
        }
    }
}

package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Learns what is usual from sealed days, for at most a year.
 *
 * <p>While there is some evidence of a drop, days wait apart: should the drop open, they are thrown away, so that a
 * slow fall never becomes the usual. A year of days suffices; after it, only a person changes the baseline.
 */
final class Learning {

    private static final double CALM_YEARS = .1;

    private final Baseline baseline = new Baseline();
    private final Tally pending = new Tally();
    private final Residual residual = new Residual();

    Baseline baseline() {
        return baseline;
    }

    /** Tells whether enough is known to judge. */
    boolean suffices() {
        return baseline.count() >= WatchRule.LEAST_LEARNED_ANSWERS && baseline.days() >= WatchRule.LEAST_LEARNED_DAYS;
    }

    /** Learns a day that was not judged. */
    void learn(OpenDay sealed) {
        if (isFull()) {
            return;
        }
        residual.take(sealed, baseline);
        baseline.add(sealed, residual);
    }

    /** Learns a judged day, or lets it wait while chance alone would show the evidence rarely. */
    void learn(OpenDay sealed, double evidenceYears) {
        if (isFull()) {
            return;
        }
        residual.take(sealed, baseline);
        if (evidenceYears < CALM_YEARS) {
            baseline.add(pending, sealed, residual);
            pending.clear();
        } else {
            pending.add(sealed, residual);
        }
    }

    private boolean isFull() {
        if (baseline.days() < WatchRule.MOST_LEARNED_DAYS) {
            return false;
        }
        residual.forget();
        return true;
    }

    /** Passes over a sealed day that cannot be learned from: the day after it has no neighbour. */
    void skip() {
        residual.forget();
    }

    /** Throws away the days that wait. */
    void dropPending() {
        pending.clear();
    }

    /** Returns what would have been learned from the mirror image of the same days. */
    Learning mirrored() {
        Learning mirror = new Learning();
        mirror.baseline.mirror(baseline);
        mirror.pending.mirror(pending);
        mirror.residual.mirror(residual);
        return mirror;
    }

    void write(RowWriter out) {
        baseline.write(out);
        pending.write(out);
        residual.write(out);
    }

    void read(RowReader in) {
        baseline.read(in);
        pending.read(in);
        residual.read(in);
    }
}

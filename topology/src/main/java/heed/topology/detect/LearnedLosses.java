package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/** How many answers with each loss were learned from, as far as there were any: a few of all the losses there are. */
final class LearnedLosses {

    /** Which losses there were, as bits. */
    private long which;

    /** How many answers had each of them, in ascending order of loss; what comes after those is not looked at. */
    private int[] counts = {};

    /** Takes over what a baseline was learned from. */
    void set(Baseline baseline) {
        long losses = 0;
        for (int loss = 0; loss < Loss.LEVELS; loss++) {
            losses |= baseline.countOf(loss) == 0 ? 0 : 1L << loss;
        }
        makeRoom(losses);
        int index = 0;
        for (long left = losses; left != 0; left &= left - 1) {
            counts[index++] = baseline.countOf(Long.numberOfTrailingZeros(left));
        }
    }

    private void makeRoom(long losses) {
        which = losses;
        if (counts.length < size()) {
            counts = new int[size()];
        }
    }

    /** Returns how many losses there were. */
    int size() {
        return Long.bitCount(which);
    }

    /** Returns the index of a loss among those that there were; -1 where it was none of them. */
    int indexOf(int loss) {
        long bit = 1L << loss;
        return (which & bit) == 0 ? -1 : Long.bitCount(which & (bit - 1));
    }

    /** Returns how many answers had the loss of an index. */
    int count(int index) {
        return counts[index];
    }

    /** Writes what {@link RowWriter#sparse} would of a count for every loss. */
    void write(RowWriter out) {
        out.fixed(which);
        for (int i = 0; i < size(); i++) {
            out.unsigned(counts[i]);
        }
    }

    void read(RowReader in) {
        makeRoom(in.fixed());
        for (int i = 0; i < size(); i++) {
            counts[i] = in.unsignedInt();
        }
    }
}

package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * How much likelier some answers of a day are if the score has fallen by .05, .10 or .20 than if it has not.
 *
 * <p>Frozen when the day opens, so that a day's evidence is a function of its own answers.
 */
sealed interface DropOdds permits TiltOdds, PolyaOdds {

    /** Number of falls that are looked for. */
    int FALLS = 3;

    /** Returns the size of the fall that statistic {@code j} is tuned to. */
    static double fall(int j) {
        return switch (j) {
            case 0 -> WatchRule.SMALLEST_FALL;
            case 1 -> .10;
            default -> .20;
        };
    }

    /** Returns the mean loss after fall {@code j} from {@code usual}. */
    static double fallen(double usual, int j) {
        return Math.min(.98, usual + fall(j));
    }

    /** Tells whether the odds look at how many answers of each loss an hour has, or at their number and sum alone. */
    boolean lookAtEachLoss();

    /**
     * Computes, for each fall and hour, the odds of the day's answers from that hour on.
     *
     * @param zeros room for a count of each loss, which is left as it was
     */
    void weigh(HourTally hours, double[][] odds, int[] zeros);

    /** Returns the largest factor by which one more answer, with none of later hours, can multiply any odds. */
    double largestRise(int j, int loss);

    /** Returns the same of an answer that answers of later hours came before. */
    double largestLateRise(int j, int loss);

    void write(RowWriter out);

    /** Returns 1 for odds that {@link #lookAtEachLoss}, else 0: how stored state tells them apart. */
    default int code() {
        return lookAtEachLoss() ? 1 : 0;
    }

    /** Returns the same odds for somebody who keeps them for longer than a day is open. */
    default DropOdds copy() {
        RowWriter row = new RowWriter();
        write(row);
        return read(new RowReader().of(row.toBytes()), code());
    }

    /** Reads odds of that {@link #code()}. */
    static DropOdds read(RowReader in, int code) {
        return code == 1 ? PolyaOdds.read(in) : TiltOdds.read(in);
    }
}

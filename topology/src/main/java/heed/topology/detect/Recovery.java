package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/** Evidence that an open drop is over: a Shiryaev-Roberts statistic held to sixty days. */
final class Recovery {

    private static final double TARGET_DAYS = 60;

    private double level;
    private double drop;

    /** Begins to look for the end of a drop of that size. */
    void begin(double size) {
        level = 0;
        drop = size;
    }

    void clear() {
        level = 0;
        drop = 0;
    }

    /** Returns the size of the open drop. */
    double drop() {
        return drop;
    }

    /** Returns the evidence of the sealed days. */
    double level() {
        return level;
    }

    /** Returns the evidence of the sealed days and of {@code open} ones; at 1 the drop is over. */
    double levelWith(OpenDays open) {
        double sum = level;
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).judgesRecovery()) {
                sum = absorb(sum, open.get(i), open.gap(i));
            }
        }
        return sum;
    }

    /** Takes a day in for good; {@code gap} is the days since the one before. */
    void seal(OpenDay day, int gap) {
        level = absorb(level, day, gap);
    }

    private static double absorb(double before, OpenDay day, int gap) {
        return (before + gap / TARGET_DAYS) * day.recoveryFactor();
    }

    void write(RowWriter out) {
        out.real(level);
        out.real(drop);
    }

    void read(RowReader in) {
        level = in.real();
        drop = in.real();
    }
}

package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;

/**
 * Measures how a sealed day differed from the usual, and how it moved with the day before.
 *
 * <p>Remembers the last day that could be learned from, because the products of neighbouring days need both. Reused
 * from day to day.
 */
final class Residual {

    private boolean known;
    private long day;
    private long count;
    private double residual;
    private double pairProducts;
    private double nextDayProducts;
    private long nextDayPairs;

    /** Takes a sealed day in; {@code baseline} is the one from before that day. */
    void take(OpenDay sealed, Baseline baseline) {
        long n = sealed.count();
        if (n == 0) {
            forget();
            return;
        }
        double loss = sealed.loss() / (double) Loss.WORST;
        double usual = baseline.count() == 0 ? loss / n : baseline.rawMean(sealed.weekday());
        double now = loss - n * usual;
        double squares = 0;
        for (int q = 0; q < Loss.LEVELS; q++) {
            int seen = sealed.countOf(q);
            if (seen > 0) {
                double off = q / (double) Loss.WORST - usual;
                squares += seen * off * off;
            }
        }
        boolean followed = known && day == sealed.day() - 1;
        pairProducts = now * now - squares;
        nextDayProducts = followed ? now * residual : 0;
        nextDayPairs = followed ? n * count : 0;
        known = true;
        day = sealed.day();
        count = n;
        residual = now;
    }

    /** Takes over the mirror image of what another remembers. */
    void mirror(Residual other) {
        forget();
        known = other.known;
        day = other.day;
        count = other.count;
        residual = -other.residual;
    }

    void forget() {
        known = false;
        pairProducts = 0;
        nextDayProducts = 0;
        nextDayPairs = 0;
    }

    double pairProducts() {
        return pairProducts;
    }

    double nextDayProducts() {
        return nextDayProducts;
    }

    long nextDayPairs() {
        return nextDayPairs;
    }

    void write(RowWriter out) {
        out.unsigned(known ? count : 0);
        if (known) {
            out.number(day);
            out.real(residual);
        }
    }

    void read(RowReader in) {
        forget();
        count = in.unsigned();
        if (count > 0) {
            known = true;
            day = in.number();
            residual = in.real();
        }
    }
}

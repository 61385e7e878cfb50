package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;

/**
 * Sums over whole days, from which everything usual about a key is computed.
 *
 * <p>Besides the histogram of losses and the sums by weekday it counts pairs of answers: those of one day and those of
 * one day and the next. The sums of products of their residuals, over the numbers of such pairs, say how much answers
 * move together.
 */
final class Tally {

    static final int WEEKDAYS = 7;

    private final int[] losses = new int[Loss.LEVELS];
    private final long[] weekdayCount = new long[WEEKDAYS];
    private final long[] weekdayLoss = new long[WEEKDAYS];
    private int days;
    private long squaredCounts;
    private long pairs;
    private long nextDayPairs;
    private double pairProducts;
    private double nextDayProducts;

    void add(OpenDay day, Residual residual) {
        long n = day.count();
        if (n == 0) {
            return;
        }
        day.addTo(losses);
        weekdayCount[day.weekday()] += n;
        weekdayLoss[day.weekday()] += day.loss();
        days++;
        squaredCounts += n * n;
        pairs += n * (n - 1);
        nextDayPairs += residual.nextDayPairs();
        pairProducts += residual.pairProducts();
        nextDayProducts += residual.nextDayProducts();
    }

    void add(Tally other) {
        for (int loss = 0; loss < Loss.LEVELS; loss++) {
            losses[loss] += other.losses[loss];
        }
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            weekdayCount[weekday] += other.weekdayCount[weekday];
            weekdayLoss[weekday] += other.weekdayLoss[weekday];
        }
        days += other.days;
        squaredCounts += other.squaredCounts;
        pairs += other.pairs;
        nextDayPairs += other.nextDayPairs;
        pairProducts += other.pairProducts;
        nextDayProducts += other.nextDayProducts;
    }

    /**
     * Takes over the mirror image of other answers, in which the best is the worst: how they move together stays as it
     * is.
     */
    void mirror(Tally other) {
        clear();
        add(other);
        for (int loss = 0; loss < Loss.LEVELS; loss++) {
            losses[loss] = other.losses[Loss.WORST - loss];
        }
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            weekdayLoss[weekday] = Loss.WORST * other.weekdayCount[weekday] - other.weekdayLoss[weekday];
        }
    }

    void clear() {
        Arrays.fill(losses, 0);
        Arrays.fill(weekdayCount, 0);
        Arrays.fill(weekdayLoss, 0);
        days = 0;
        squaredCounts = 0;
        pairs = 0;
        nextDayPairs = 0;
        pairProducts = 0;
        nextDayProducts = 0;
    }

    int days() {
        return days;
    }

    int countOf(int loss) {
        return losses[loss];
    }

    long weekdayCount(int weekday) {
        return weekdayCount[weekday];
    }

    long weekdayLoss(int weekday) {
        return weekdayLoss[weekday];
    }

    long squaredCounts() {
        return squaredCounts;
    }

    long pairs() {
        return pairs;
    }

    long nextDayPairs() {
        return nextDayPairs;
    }

    double pairProducts() {
        return pairProducts;
    }

    double nextDayProducts() {
        return nextDayProducts;
    }

    void write(RowWriter out) {
        out.unsigned(days);
        if (days == 0) {
            return;
        }
        out.sparse(losses);
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            out.unsigned(weekdayCount[weekday]);
            out.unsigned(weekdayLoss[weekday]);
        }
        out.unsigned(squaredCounts);
        out.unsigned(pairs);
        out.unsigned(nextDayPairs);
        out.real(pairProducts);
        out.real(nextDayProducts);
    }

    void read(RowReader in) {
        clear();
        days = in.unsignedInt();
        if (days == 0) {
            return;
        }
        in.sparse(losses);
        for (int weekday = 0; weekday < WEEKDAYS; weekday++) {
            weekdayCount[weekday] = in.unsigned();
            weekdayLoss[weekday] = in.unsigned();
        }
        squaredCounts = in.unsigned();
        pairs = in.unsigned();
        nextDayPairs = in.unsigned();
        pairProducts = in.real();
        nextDayProducts = in.real();
    }
}

package heed.bench.flink;

import heed.bench.flat.ScoreRow;
import java.util.Arrays;

/**
 * A place in a window, as the numbers that the state keeps of it: five a measure, and of a whole hospital's month three
 * more, which are sums over its days. Reused.
 */
final class FlinkPane implements ScoreRow {

    private static final int N = 0;
    private static final int SUM = 1;
    private static final int SQUARES = 2;
    private static final int AS_OF = 3;
    private static final int RESTATEMENTS = 4;
    private static final int WIDTH = 5;
    private static final int DAYS_WIDTH = 3;
    /** A measure that no response has touched. */
    private static final long UNTOUCHED = Long.MIN_VALUE;

    private static final long[] NO_DAYS = {};

    private final int measures;
    private long[] numbers = {};
    private int place;
    private int window;
    private boolean isClosed;

    FlinkPane(int measures) {
        this.measures = measures;
    }

    /** Returns the numbers of a pane that nothing has touched. */
    long[] empty() {
        return empty(WIDTH);
    }

    /** Returns the numbers of a whole hospital's month that nothing has touched. */
    long[] emptyMonth() {
        return empty(WIDTH + DAYS_WIDTH);
    }

    private long[] empty(int width) {
        long[] empty = new long[measures * width];
        for (int slot = 0; slot < measures; slot++) {
            empty[slot * WIDTH + AS_OF] = UNTOUCHED;
        }
        return empty;
    }

    /** Changes these numbers from now on. */
    void of(long[] those) {
        numbers = those;
    }

    /** Says these numbers from now on. */
    void of(long[] those, int placeNumber, int windowNumber, long closesAtMs, long nowMs) {
        numbers = those;
        place = placeNumber;
        window = windowNumber;
        isClosed = closesAtMs <= nowMs;
    }

    /** Takes points out and puts others in, each below 0 where there are none. */
    void replace(int slot, int out, int in, long arrivedMs, int restated) {
        int at = slot * WIDTH;
        add(at, out, -1);
        add(at, in, 1);
        numbers[at + AS_OF] = Math.max(numbers[at + AS_OF], arrivedMs);
        numbers[at + RESTATEMENTS] += restated;
    }

    private void add(int at, int points, int sign) {
        if (points >= 0) {
            numbers[at + N] += sign;
            numbers[at + SUM] += (long) sign * points;
            numbers[at + SQUARES] += (long) sign * points * points;
        }
    }

    /** Lets a month follow a day whose number of answers and sum of points of a measure were others before. */
    void follow(int slot, long nBefore, long sumBefore, long n, long sum) {
        int at = measures * WIDTH + slot * DAYS_WIDTH;
        numbers[at] += n - nBefore;
        numbers[at + 1] += n * n - nBefore * nBefore;
        numbers[at + 2] += sum * sum - sumBefore * sumBefore;
    }

    /** Returns the measures that responses have touched, as bits. */
    long touched() {
        long touched = 0;
        for (int slot = 0; slot < measures; slot++) {
            if (asOfMs(slot) != UNTOUCHED) {
                touched |= 1L << slot;
            }
        }
        return touched;
    }

    @Override
    public int place() {
        return place;
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public long n(int slot) {
        return numbers[slot * WIDTH + N];
    }

    @Override
    public long sum(int slot) {
        return numbers[slot * WIDTH + SUM];
    }

    @Override
    public long squares(int slot) {
        return numbers[slot * WIDTH + SQUARES];
    }

    @Override
    public long asOfMs(int slot) {
        return numbers[slot * WIDTH + AS_OF];
    }

    @Override
    public long restatements(int slot) {
        return numbers[slot * WIDTH + RESTATEMENTS];
    }

    @Override
    public long[] days() {
        int kept = measures * WIDTH;
        return numbers.length == kept ? NO_DAYS : Arrays.copyOfRange(numbers, kept, numbers.length);
    }

    @Override
    public boolean isFinal() {
        return isClosed;
    }
}

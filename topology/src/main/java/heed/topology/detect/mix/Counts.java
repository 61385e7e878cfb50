package heed.topology.detect.mix;

import heed.topology.detect.Loss;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;

/**
 * Counts answers and adds up their losses, of all and by category: integers, so order does not matter and taking out is
 * exact.
 *
 * <p>What belongs to no category is not kept: it is all less what belongs to one.
 */
final class Counts {

    /** Sums of losses stay within an int up to so many answers; a reference of so many needs no more. */
    private static final int MOST_ANSWERS = Integer.MAX_VALUE / Loss.WORST;

    private int days;
    private int answers;
    private int loss;
    /** Number of answers and sum of losses of each category, one after the other. */
    private int[] cells = {};

    /** Returns counts of a day with these cells, which are not copied. */
    static Counts of(int answers, int loss, int[] cells) {
        Counts counts = new Counts();
        counts.answers = answers;
        counts.loss = loss;
        counts.cells = cells;
        return counts;
    }

    void clear() {
        days = 0;
        answers = 0;
        loss = 0;
        cells = new int[0];
    }

    void add(int lossOfOne) {
        answers++;
        loss += lossOfOne;
    }

    void add(int category, int lossOfOne) {
        reach(category);
        cells[2 * category]++;
        cells[2 * category + 1] += lossOfOne;
    }

    /** Tells whether an answer of that loss can be among those counted. */
    boolean mayHold(int lossOfOne) {
        return mayHold(answers, loss, lossOfOne);
    }

    /** Tells whether an answer of that loss can be among those counted in the category. */
    boolean mayHold(int category, int lossOfOne) {
        return mayHold(answers(category), loss(category), lossOfOne);
    }

    private static boolean mayHold(int n, int sum, int lossOfOne) {
        return n > 0 && sum >= lossOfOne && sum - lossOfOne <= (n - 1) * Loss.WORST;
    }

    void remove(int lossOfOne) {
        answers--;
        loss -= lossOfOne;
    }

    void remove(int category, int lossOfOne) {
        cells[2 * category]--;
        cells[2 * category + 1] -= lossOfOne;
    }

    /** Adds a whole day's counts; tells whether there was room. A day without answers is no day. */
    boolean absorb(Counts day) {
        if (MOST_ANSWERS - answers < day.answers) {
            return false;
        }
        days += day.answers > 0 ? 1 : 0;
        answers += day.answers;
        loss += day.loss;
        if (cells.length < day.cells.length) {
            cells = Arrays.copyOf(cells, day.cells.length);
        }
        for (int i = 0; i < day.cells.length; i++) {
            cells[i] += day.cells[i];
        }
        return true;
    }

    Counts copy() {
        Counts copy = new Counts();
        copy.days = days;
        copy.answers = answers;
        copy.loss = loss;
        copy.cells = cells.clone();
        return copy;
    }

    void set(int category, int countedAnswers, int sumOfLosses) {
        reach(category);
        cells[2 * category] = countedAnswers;
        cells[2 * category + 1] = sumOfLosses;
    }

    private void reach(int category) {
        if (cells.length < 2 * category + 2) {
            cells = Arrays.copyOf(cells, 2 * category + 2);
        }
    }

    /** Returns number of answers and sum of losses of each category, one after the other. */
    int[] cells() {
        return cells;
    }

    int days() {
        return days;
    }

    int answers() {
        return answers;
    }

    int loss() {
        return loss;
    }

    int answers(int category) {
        return 2 * category < cells.length ? cells[2 * category] : 0;
    }

    int loss(int category) {
        return 2 * category < cells.length ? cells[2 * category + 1] : 0;
    }

    Counts writeDays(RowWriter out) {
        out.number(days);
        return this;
    }

    Counts readDays(RowReader in) {
        days = in.count();
        return this;
    }

    /** Writes all but the days: all, which categories have answers, and those. {@code order} has their numbers. */
    void write(RowWriter out, int[] order) {
        write(out, order, answers, loss, cells, 0, cells.length);
    }

    /** Writes the same of counts whose {@code length} cells stand from {@code first} on. */
    static void write(RowWriter out, int[] order, int answers, int loss, int[] cells, int first, int length) {
        out.number(answers);
        if (answers == 0) {
            return;
        }
        out.number(loss);
        long used = 0;
        for (int i = 0; i < order.length; i++) {
            used |= 2 * order[i] >= length || cells[first + 2 * order[i]] == 0 ? 0 : 1L << i;
        }
        out.number(used);
        for (long left = used; left != 0; left &= left - 1) {
            int at = first + 2 * order[Long.numberOfTrailingZeros(left)];
            out.number(cells[at]).number(cells[at + 1]);
        }
    }

    /** Reads the same, with {@code size} categories numbered as they were written. */
    void read(RowReader in, int size) {
        answers = in.count();
        if (answers == 0) {
            return;
        }
        loss = in.count();
        long used = in.number();
        for (int category = 0; category < size; category++) {
            if ((used & 1L << category) != 0) {
                set(category, in.count(), in.count());
            }
        }
    }
}

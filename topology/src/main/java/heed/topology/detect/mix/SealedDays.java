package heed.topology.detect.mix;

import heed.topology.row.RowWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of sealed days by date, one after the other in one array: they are written with each row of their key, and as
 * objects they were a hundred places of the heap.
 */
final class SealedDays {

    private static final int DATE = 0;
    private static final int ANSWERS = 1;
    private static final int LOSS = 2;
    private static final int CELLS = 3;
    /** Length of what stands before a day's cells. */
    private static final int HEAD = 4;

    private int[] numbers = {};
    private int length;
    private int size;
    private int answers;

    int size() {
        return size;
    }

    /** Returns how many answers all of them have. */
    int answers() {
        return answers;
    }

    /** Takes a day in that is newer than all others. */
    void add(DaysApart.Day day) {
        int[] cells = day.counts().cells();
        int needed = length + HEAD + cells.length;
        if (numbers.length < needed) {
            // One more such day fits in: as many come as are taken out, once they are enough.
            numbers = Arrays.copyOf(numbers, needed + HEAD + cells.length);
        }
        numbers[length + DATE] = Math.toIntExact(day.date());
        numbers[length + ANSWERS] = day.counts().answers();
        numbers[length + LOSS] = day.counts().loss();
        numbers[length + CELLS] = cells.length;
        System.arraycopy(cells, 0, numbers, length + HEAD, cells.length);
        length += HEAD + cells.length;
        size++;
        answers += day.counts().answers();
    }

    /** Takes out the {@code count} oldest. */
    List<DaysApart.Day> takeOldest(int count) {
        List<DaysApart.Day> oldest = new ArrayList<>(count);
        int at = 0;
        while (oldest.size() < count) {
            oldest.add(day(at));
            answers -= numbers[at + ANSWERS];
            at = next(at);
        }
        System.arraycopy(numbers, at, numbers, 0, length - at);
        length -= at;
        size -= count;
        if (numbers.length > 2 * length) {
            numbers = Arrays.copyOf(numbers, length);
        }
        return oldest;
    }

    /** Returns how many numbers there is room for. */
    int room() {
        return numbers.length;
    }

    /** Adds the days to {@code all}. */
    void copyTo(List<DaysApart.Day> all) {
        for (int at = 0; at < length; at = next(at)) {
            all.add(day(at));
        }
    }

    private DaysApart.Day day(int at) {
        Counts counts =
                Counts.of(numbers[at + ANSWERS], numbers[at + LOSS], Arrays.copyOfRange(numbers, at + HEAD, next(at)));
        return new DaysApart.Day(numbers[at + DATE], counts);
    }

    private int next(int at) {
        return at + HEAD + numbers[at + CELLS];
    }

    /** Returns how many days are before {@code end}. */
    int countBefore(long end) {
        int count = 0;
        for (int at = 0; at < length && numbers[at + DATE] < end; at = next(at)) {
            count++;
        }
        return count;
    }

    /** Returns how many of the oldest days need not stay, where {@code few} stay anyway, and more of few answers. */
    int countTooMany(int few, int most, int enoughAnswers) {
        int taken = 0;
        int left = answers;
        for (int at = 0; size - taken > most || (size - taken > few && left > enoughAnswers); at = next(at)) {
            left -= numbers[at + ANSWERS];
            taken++;
        }
        return taken;
    }

    /** Returns the answers of a category on the days before {@code end}. */
    int answers(int category, long end) {
        int sum = 0;
        for (int at = 0; at < length && numbers[at + DATE] < end; at = next(at)) {
            sum += 2 * category < numbers[at + CELLS] ? numbers[at + HEAD + 2 * category] : 0;
        }
        return sum;
    }

    void clear() {
        numbers = new int[0];
        length = 0;
        size = 0;
        answers = 0;
    }

    /** Writes the days as {@link Counts} writes itself, told from {@code newest}. */
    void write(RowWriter out, long newest, int[] order) {
        for (int at = 0; at < length; at = next(at)) {
            out.number(newest - numbers[at + DATE]);
            Counts.write(
                    out, order, numbers[at + ANSWERS], numbers[at + LOSS], numbers, at + HEAD, numbers[at + CELLS]);
        }
    }
}

package heed.topology.detect.mix;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the counts of the newest days with answers each by itself, by date.
 *
 * <p>The watch finds a drop only after it began, and only then is known on which side of it a day lies.
 */
final class DaysApart {

    /** So many sealed days stay apart in any case, more while they have few answers. */
    private static final int FEWEST = 12;

    private static final int MOST = 37;
    private static final int ENOUGH_ANSWERS = 400;

    private final List<Day> days = new ArrayList<>();

    /**
     * How many of the oldest days are sealed, as far as was asked, and how many answers these have. Kept, because to
     * look through all days of a key whenever one opens costs more than the rest of it.
     */
    private int sealed;

    private int sealedAnswers;

    /** How many answers all days have: while they are too few for any to join others, no day is looked at. */
    private int answers;

    /** Counts of one local day. */
    record Day(long date, Counts counts) {}

    /** Returns the counts of a day, or null. */
    @Nullable
    Counts find(long date) {
        for (int i = days.size() - 1; i >= 0; i--) {
            if (days.get(i).date() == date) {
                return days.get(i).counts();
            }
        }
        return null;
    }

    /** Opens a day at its place. */
    Counts open(long date) {
        Day day = new Day(date, new Counts());
        days.add(countBefore(date), day);
        return day.counts();
    }

    /** Counts an answer of one of the days. */
    void add(Counts day, int loss) {
        day.add(loss);
        answers++;
    }

    /** Takes an answer of one of the days back. */
    void remove(Counts day, int loss) {
        day.remove(loss);
        answers--;
    }

    private int countBefore(long end) {
        int count = days.size();
        while (count > 0 && days.get(count - 1).date() >= end) {
            count--;
        }
        return count;
    }

    /** Takes out the days before {@code end}. */
    List<Day> takeBefore(long end) {
        return takeOldest(countBefore(end));
    }

    /**
     * Takes out the oldest of the days before {@code end} that need not stay apart; they take no answers any more, and
     * the next end is no earlier one.
     */
    List<Day> takeTooManyBefore(long end) {
        if (days.size() <= FEWEST || (days.size() <= MOST && answers <= ENOUGH_ANSWERS)) {
            return List.of();
        }
        while (sealed < days.size() && days.get(sealed).date() < end) {
            sealedAnswers += days.get(sealed++).counts().answers();
        }
        int taken = 0;
        int left = sealedAnswers;
        while (sealed - taken > MOST || (sealed - taken > FEWEST && left > ENOUGH_ANSWERS)) {
            left -= days.get(taken++).counts().answers();
        }
        return takeOldest(taken);
    }

    private List<Day> takeOldest(int count) {
        if (count == 0) {
            return List.of();
        }
        List<Day> oldest = List.copyOf(days.subList(0, count));
        days.subList(0, count).clear();
        oldest.forEach(day -> answers -= day.counts().answers());
        oldest.subList(0, Math.min(count, sealed))
                .forEach(day -> sealedAnswers -= day.counts().answers());
        sealed = Math.max(0, sealed - count);
        return oldest;
    }

    void clear() {
        days.clear();
        answers = 0;
        sealed = 0;
        sealedAnswers = 0;
    }

    /** Returns the answers of a category on the days before {@code end}. */
    int answers(int category, long end) {
        int sum = 0;
        for (int i = 0; i < days.size() && days.get(i).date() < end; i++) {
            sum += days.get(i).counts().answers(category);
        }
        return sum;
    }

    /** Adds the days before {@code began} to {@code before} and the others to {@code since}. */
    void addTo(Counts before, Counts since, long began) {
        days.forEach(day -> (day.date() < began ? before : since).absorb(day.counts()));
    }

    /** Writes the days, told from {@code newest}; {@code order} has the numbers of the categories. */
    void write(RowWriter out, long newest, int[] order) {
        out.number(days.size());
        for (Day day : days) {
            out.number(newest - day.date());
            day.counts().write(out, order);
        }
    }

    /** Reads the same, with {@code size} categories numbered as they were written. */
    void read(RowReader in, long newest, int size) {
        for (int left = in.count(); left > 0; left--) {
            Day day = new Day(newest - in.number(), new Counts());
            day.counts().read(in, size);
            days.add(day);
            answers += day.counts().answers();
        }
    }
}

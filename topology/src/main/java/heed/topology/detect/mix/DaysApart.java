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

    private final SealedDays sealed = new SealedDays();
    /** The days after those, by date. */
    private final List<Day> days = new ArrayList<>();

    /** How many answers all days have: while they are too few for any to join others, no day is looked at. */
    private int answers;

    /** Counts of one local day. */
    record Day(long date, Counts counts) {}

    /** Returns the counts of a day that takes answers, or null. */
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
        List<Day> oldest = sealed.takeOldest(sealed.countBefore(end));
        List<Day> newer = days.subList(0, countBefore(end));
        oldest.addAll(newer);
        newer.clear();
        return counted(oldest);
    }

    /**
     * Takes out the oldest of the days before {@code end} that need not stay apart; they take no answers any more, and
     * the next end is no earlier one.
     */
    List<Day> takeTooManyBefore(long end) {
        while (!days.isEmpty() && days.get(0).date() < end) {
            sealed.add(days.remove(0));
        }
        int size = sealed.size() + days.size();
        if (size <= FEWEST || (size <= MOST && answers <= ENOUGH_ANSWERS)) {
            return List.of();
        }
        return counted(sealed.takeOldest(sealed.countTooMany(FEWEST, MOST, ENOUGH_ANSWERS)));
    }

    private List<Day> counted(List<Day> taken) {
        taken.forEach(day -> answers -= day.counts().answers());
        return taken;
    }

    void clear() {
        sealed.clear();
        days.clear();
        answers = 0;
    }

    /** Returns the answers of a category on the days before {@code end}. */
    int answers(int category, long end) {
        int sum = sealed.answers(category, end);
        for (int i = 0; i < days.size() && days.get(i).date() < end; i++) {
            sum += days.get(i).counts().answers(category);
        }
        return sum;
    }

    /** Adds the days before {@code began} to {@code before} and the others to {@code since}. */
    void addTo(Counts before, Counts since, long began) {
        List<Day> all = new ArrayList<>(sealed.size() + days.size());
        sealed.copyTo(all);
        all.addAll(days);
        all.forEach(day -> (day.date() < began ? before : since).absorb(day.counts()));
    }

    /** Writes the days, told from {@code newest}; {@code order} has the numbers of the categories. */
    void write(RowWriter out, long newest, int[] order) {
        out.number(sealed.size() + days.size());
        sealed.write(out, newest, order);
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

package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A day that still takes answers and retractions: counts and sums of losses by hour, and a histogram.
 *
 * <p>Everything said of the day is computed from these integers, so the order of its answers does not matter and a
 * retraction is exact. What costs time is kept until the integers change. Reused when the day is sealed.
 */
final class OpenDay {

    /** Belongs to others too; nothing stays in it. */
    private final WeighingRoom room;

    private final HourTally hours = new HourTally();
    private final int[] losses = new int[Loss.LEVELS];
    private final double[] whole = new double[DropOdds.FALLS];
    private final double[] later = new double[DropOdds.FALLS];

    private long day;
    private int count;
    private int loss;
    private boolean learn;
    private boolean judgesDrop;
    /** What the day is judged by, or what one before it was: room for the next. */
    private @Nullable DropOdds dropOdds;

    private @Nullable RecoveryOdds recoveryOdds;
    private double recoveryFactor;
    private boolean stale = true;

    /** Is weighed in {@code room}. */
    OpenDay(WeighingRoom room) {
        this.room = room;
    }

    /** Starts a day without answers. */
    void open(long newDay) {
        day = newDay;
        count = 0;
        loss = 0;
        hours.clear();
        Arrays.fill(losses, 0);
        deactivate();
    }

    /** Lets the day be learned from. */
    void observe() {
        learn = true;
    }

    /** Lets the day count as evidence of a drop, judged by {@code method} and what is usual now. */
    void judge(WatchMethod method, Baseline usual) {
        judge(method.freeze(usual, weekday(), dropOdds));
    }

    /** Lets the day count as evidence of a drop. */
    void judge(DropOdds odds) {
        judgesDrop = true;
        dropOdds = odds;
        hours.suit(odds);
    }

    /** Lets the day be judged for recovery. */
    void judge(RecoveryOdds odds) {
        recoveryOdds = odds;
    }

    /** Takes the day out of learning: its answers were spent on an alarm. It goes on counting as evidence. */
    void stopLearning() {
        learn = false;
    }

    /** Takes the day out of everything: its answers were spent on a recovery. */
    void deactivate() {
        learn = false;
        judgesDrop = false;
        hours.forgetEach();
        recoveryOdds = null;
        stale = true;
    }

    void add(int hour, int q) {
        hours.add(hour, q);
        losses[q]++;
        count++;
        loss += q;
        stale = true;
    }

    /** Tells whether an answer of that hour and loss can be among the counted ones. */
    boolean holds(int hour, int q) {
        return losses[q] > 0 && hours.mayHold(hour, q);
    }

    void remove(int hour, int q) {
        hours.remove(hour, q);
        losses[q]--;
        count--;
        loss -= q;
        stale = true;
    }

    long day() {
        return day;
    }

    /** Returns the day of the week, Monday being 0. */
    int weekday() {
        return weekdayOf(day);
    }

    static int weekdayOf(long localDay) {
        return (int) Math.floorMod(localDay + 3, (long) Tally.WEEKDAYS);
    }

    int count() {
        return count;
    }

    int loss() {
        return loss;
    }

    int countOf(int q) {
        return losses[q];
    }

    /** Adds the numbers of answers of each loss to {@code sums}. */
    void addTo(int[] sums) {
        for (int q = 0; q < Loss.LEVELS; q++) {
            sums[q] += losses[q];
        }
    }

    HourTally hours() {
        return hours;
    }

    boolean learns() {
        return learn;
    }

    /** Tells whether the day counts as evidence of a drop: towards an alarm, and after it towards more. */
    boolean judgesDrop() {
        return judgesDrop;
    }

    /** Tells whether the day is judged for recovery. */
    boolean judgesRecovery() {
        return recoveryOdds != null;
    }

    /**
     * Returns the odds that the day is judged by, where it {@link #judgesDrop}; those of a later day take their room.
     */
    DropOdds dropOdds() {
        return Objects.requireNonNull(judgesDrop ? dropOdds : null, "a day that is no evidence of a drop has no odds");
    }

    /** Weighs a day that {@link #judgesDrop}; returns where its odds stand until another is weighed. */
    WeighingRoom weigh() {
        room.weigh(hours, dropOdds());
        return room;
    }

    /** Returns the largest factor by which an answer, counted just now, can have multiplied odds of the day. */
    double largestRise(int j, int hour, int q) {
        return hour >= hours.lastHour()
                ? dropOdds().largestRise(j, q)
                : dropOdds().largestLateRise(j, q);
    }

    /** Returns the odds of the whole day under fall {@code j}. */
    double whole(int j) {
        refresh();
        return whole[j];
    }

    /** Returns the sum, over the later blocks of the day, of the odds of its answers from that block on. */
    double later(int j) {
        refresh();
        return later[j];
    }

    /** Returns the odds of recovery of the whole day. */
    double recoveryFactor() {
        refresh();
        return recoveryFactor;
    }

    private void refresh() {
        if (!stale) {
            return;
        }
        if (judgesDrop) {
            room.weigh(hours, dropOdds(), whole, later);
        }
        if (recoveryOdds != null) {
            recoveryFactor = recoveryOdds.of(count, loss / (double) Loss.WORST);
        }
        stale = false;
    }

    /** Becomes another day as it would be if the best answer were the worst; it counts for nothing yet. */
    void mirror(OpenDay other) {
        open(other.day);
        count = other.count;
        loss = other.count * Loss.WORST - other.loss;
        hours.mirror(other.hours);
        for (int q = 0; q < Loss.LEVELS; q++) {
            losses[q] = other.losses[Loss.WORST - q];
        }
    }

    void write(RowWriter out) {
        out.number(day);
        out.octet((learn ? 1 : 0)
                | (judgesDrop ? 2 : 0)
                | (recoveryOdds == null ? 0 : 4)
                | (judgesDrop ? dropOdds().code() << 3 : 0));
        if (judgesDrop) {
            dropOdds().write(out);
        }
        if (recoveryOdds != null) {
            recoveryOdds.write(out);
        }
        out.sparse(losses);
        hours.write(out);
    }

    void read(RowReader in) {
        open(in.number());
        int flags = in.octet();
        learn = (flags & 1) != 0;
        if ((flags & 2) != 0) {
            judge(DropOdds.read(in, flags >> 3));
        }
        recoveryOdds = (flags & 4) == 0 ? null : RecoveryOdds.read(in);
        in.sparse(losses);
        hours.read(in);
        count = hours.count();
        loss = hours.loss();
    }
}

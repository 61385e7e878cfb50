package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts and sums of losses of one day's answers by local hour: integers, so order does not matter and taking out is
 * exact.
 */
final class HourTally {

    private final int[] counts = new int[WatchRule.BLOCKS];
    private final int[] losses = new int[WatchRule.BLOCKS];
    /** Known, since each answer of a day asks for it. */
    private int lastHour = -1;

    private @Nullable HourLosses each;
    /** What {@link #each} was the last time. */
    private @Nullable HourLosses kept;

    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(losses, 0);
        lastHour = -1;
        each = null;
    }

    /** Counts each loss by itself from now on, where {@code odds} look at it; there are no answers yet. */
    void suit(DropOdds odds) {
        each = odds.lookAtEachLoss() ? noLosses() : null;
    }

    /**
     * Days open and are sealed all the time: what counts the losses of one counts those of the next in the same room.
     */
    private HourLosses noLosses() {
        if (kept == null) {
            kept = new HourLosses();
        }
        kept.clear();
        return kept;
    }

    /** Counts no loss by itself from now on. */
    void forgetEach() {
        each = null;
    }

    /** Visits the answers by hour and loss, where each loss is counted by itself: see {@link HourLosses#each}. */
    void eachLoss(int[] zeros, HourLosses.Visitor visitor) {
        Objects.requireNonNull(each, "odds that look at each loss judge days that count them")
                .each(zeros, visitor);
    }

    void copy(HourTally other) {
        System.arraycopy(other.counts, 0, counts, 0, counts.length);
        System.arraycopy(other.losses, 0, losses, 0, losses.length);
        lastHour = other.lastHour;
        each = null;
        if (other.each != null) {
            each = noLosses();
            each.copy(other.each);
        }
    }

    /** Takes over the mirror image of other answers, in which the best is the worst; none is counted by its loss. */
    void mirror(HourTally other) {
        for (int hour = 0; hour < WatchRule.BLOCKS; hour++) {
            counts[hour] = other.counts[hour];
            losses[hour] = other.counts[hour] * Loss.WORST - other.losses[hour];
        }
        lastHour = other.lastHour;
    }

    void add(int hour, int loss) {
        counts[hour]++;
        losses[hour] += loss;
        lastHour = Math.max(lastHour, hour);
        if (each != null) {
            each.add(hour, loss);
        }
    }

    void remove(int hour, int loss) {
        counts[hour]--;
        losses[hour] -= loss;
        lastHour = lastHourUpTo(lastHour);
        if (each != null) {
            each.remove(hour, loss);
        }
    }

    /** Tells whether an answer of that hour and loss can be among the counted ones. */
    boolean mayHold(int hour, int loss) {
        if (each != null) {
            return each.holds(hour, loss);
        }
        int others = counts[hour] - 1;
        int rest = losses[hour] - loss;
        return others >= 0 && rest >= 0 && rest <= others * Loss.WORST;
    }

    int count(int hour) {
        return counts[hour];
    }

    int loss(int hour) {
        return losses[hour];
    }

    int count() {
        int sum = 0;
        for (int count : counts) {
            sum += count;
        }
        return sum;
    }

    int loss() {
        int sum = 0;
        for (int loss : losses) {
            sum += loss;
        }
        return sum;
    }

    /** Returns the last hour with answers, or -1. */
    int lastHour() {
        return lastHour;
    }

    private int lastHourUpTo(int latest) {
        int hour = latest;
        while (hour >= 0 && counts[hour] == 0) {
            hour--;
        }
        return hour;
    }

    void write(RowWriter out) {
        if (each != null) {
            each.write(out);
            return;
        }
        out.sparse(counts);
        for (int hour = 0; hour < WatchRule.BLOCKS; hour++) {
            if (counts[hour] > 0) {
                out.unsigned(losses[hour]);
            }
        }
    }

    /** Reads what was written of a tally that was made to {@link #suit} the same odds. */
    void read(RowReader in) {
        if (each != null) {
            each.read(in);
            each.each(new int[Loss.LEVELS], (hour, loss, before, count) -> {
                counts[hour] += count;
                losses[hour] += count * loss;
            });
            lastHour = lastHourUpTo(WatchRule.BLOCKS - 1);
            return;
        }
        in.sparse(counts);
        for (int hour = 0; hour < WatchRule.BLOCKS; hour++) {
            losses[hour] = counts[hour] > 0 ? in.unsignedInt() : 0;
        }
        lastHour = lastHourUpTo(WatchRule.BLOCKS - 1);
    }
}

package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;

/**
 * Counts and sums of losses of one day's answers by local hour: integers, so order does not matter and taking out is
 * exact.
 */
final class HourTally {

    private final int[] counts = new int[WatchRule.BLOCKS];
    private final int[] losses = new int[WatchRule.BLOCKS];

    void clear() {
        Arrays.fill(counts, 0);
        Arrays.fill(losses, 0);
    }

    void copy(HourTally other) {
        System.arraycopy(other.counts, 0, counts, 0, counts.length);
        System.arraycopy(other.losses, 0, losses, 0, losses.length);
    }

    /** Takes over the mirror image of other answers, in which the best is the worst. */
    void mirror(HourTally other) {
        for (int hour = 0; hour < WatchRule.BLOCKS; hour++) {
            counts[hour] = other.counts[hour];
            losses[hour] = other.counts[hour] * Loss.WORST - other.losses[hour];
        }
    }

    void add(int hour, int loss) {
        counts[hour]++;
        losses[hour] += loss;
    }

    void remove(int hour, int loss) {
        counts[hour]--;
        losses[hour] -= loss;
    }

    /** Tells whether an answer of that hour and loss can be among the counted ones. */
    boolean mayHold(int hour, int loss) {
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
        int hour = WatchRule.BLOCKS - 1;
        while (hour >= 0 && counts[hour] == 0) {
            hour--;
        }
        return hour;
    }

    /**
     * Computes the odds of the whole day into {@code whole}, and into {@code later} the sum over the later hours of the
     * odds of the answers from that hour on.
     */
    void weigh(DropOdds odds, double[] whole, double[] later) {
        Arrays.fill(whole, 1);
        Arrays.fill(later, 0);
        int n = 0;
        int sum = 0;
        for (int hour = WatchRule.BLOCKS - 1; hour >= 0; hour--) {
            if (counts[hour] > 0) {
                n += counts[hour];
                sum += losses[hour];
                double effect = odds.designEffect(n);
                for (int j = 0; j < DropOdds.FALLS; j++) {
                    whole[j] = odds.of(j, n, sum / (double) Loss.WORST, effect);
                }
            }
            if (hour > 0) {
                for (int j = 0; j < DropOdds.FALLS; j++) {
                    later[j] += whole[j];
                }
            }
        }
    }

    void write(RowWriter out) {
        out.sparse(counts);
        for (int hour = 0; hour < WatchRule.BLOCKS; hour++) {
            if (counts[hour] > 0) {
                out.unsigned(losses[hour]);
            }
        }
    }

    void read(RowReader in) {
        in.sparse(counts);
        for (int hour = 0; hour < WatchRule.BLOCKS; hour++) {
            losses[hour] = counts[hour] > 0 ? in.unsignedInt() : 0;
        }
    }
}

package heed.bench.flink;

import java.util.Arrays;

/** What a day of a hospital was and is, by measure. Reused. */
final class DayNumbers {

    private final long[] nBefore;
    private final long[] sumBefore;
    private final long[] n;
    private final long[] sum;

    DayNumbers(int measures) {
        nBefore = new long[measures];
        sumBefore = new long[measures];
        n = new long[measures];
        sum = new long[measures];
    }

    void clear() {
        Arrays.fill(nBefore, 0);
        Arrays.fill(sumBefore, 0);
        Arrays.fill(n, 0);
        Arrays.fill(sum, 0);
    }

    void changed(int slot, long numberBefore, long totalBefore, long number, long total) {
        nBefore[slot] = numberBefore;
        sumBefore[slot] = totalBefore;
        n[slot] = number;
        sum[slot] = total;
    }

    /** Lets a month follow, once. */
    void tell(FlinkPane month) {
        for (int slot = 0; slot < n.length; slot++) {
            month.follow(slot, nBefore[slot], sumBefore[slot], n[slot], sum[slot]);
        }
        clear();
    }
}

package heed.bench.limit;

import heed.bench.flat.LongIntMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The panes of a partition: a row of numbers for each place and window, four numbers a measure. */
final class LimitPanes {

    /** A measure that no response has touched. */
    static final long UNTOUCHED = Long.MIN_VALUE;

    static final int N = 0;
    static final int SUM = 1;
    static final int SQUARES = 2;
    static final int AS_OF = 3;

    private static final int WIDTH = 4;
    private static final int PAGE = 1 << 10;
    private static final long[] NO_DAYS = {};

    private final int measures;
    private final long latenessMs;
    private final LongIntMap index = new LongIntMap();
    private final List<long[]> pages = new ArrayList<>();
    private int[] places = new int[PAGE];
    private int[] windows = new int[PAGE];
    private boolean[] isListed = new boolean[PAGE];
    private long[] changed = new long[PAGE];
    private int rows;
    private int[] listed = new int[PAGE];
    private int listedCount;
    /** Few rows are ever restated, and few are months of whole hospitals. */
    private final Map<Long, Integer> restatements = new HashMap<>();

    private final Map<Integer, long[]> days = new HashMap<>();
    private final TreeMap<Long, List<Integer>> openByEnd = new TreeMap<>();
    private long closedThroughMs = Long.MIN_VALUE;

    LimitPanes(int measures, long latenessMs) {
        this.measures = measures;
        this.latenessMs = latenessMs;
    }

    /** Returns the row of a place and window, a new one where there is none. */
    int row(int place, int window, long endMs) {
        long key = ((long) place << 32) | window;
        int known = index.get(key);
        if (known != LongIntMap.NONE) {
            return known;
        }
        int row = rows++;
        if (row == places.length) {
            int more = row * 2;
            places = Arrays.copyOf(places, more);
            windows = Arrays.copyOf(windows, more);
            isListed = Arrays.copyOf(isListed, more);
            changed = Arrays.copyOf(changed, more);
        }
        if (row % PAGE == 0) {
            long[] page = new long[PAGE * measures * WIDTH];
            for (int i = AS_OF; i < page.length; i += WIDTH) {
                page[i] = UNTOUCHED;
            }
            pages.add(page);
        }
        places[row] = place;
        windows[row] = window;
        index.put(key, row);
        openByEnd.computeIfAbsent(endMs, end -> new ArrayList<>()).add(row);
        return row;
    }

    int place(int row) {
        return places[row];
    }

    int window(int row) {
        return windows[row];
    }

    /** Says whether a window that ended then is final. */
    boolean isFinal(long endMs) {
        return endMs <= closedThroughMs;
    }

    long get(int row, int slot, int which) {
        return pages.get(row / PAGE)[at(row, slot) + which];
    }

    private int at(int row, int slot) {
        return (row % PAGE * measures + slot) * WIDTH;
    }

    /** Puts points in (sign 1) or takes them out (-1). */
    void add(int row, int slot, int sign, int points, long arrivedMs) {
        long[] page = pages.get(row / PAGE);
        int at = at(row, slot);
        page[at + N] += sign;
        page[at + SUM] += (long) sign * points;
        page[at + SQUARES] += (long) sign * points * points;
        page[at + AS_OF] = Math.max(page[at + AS_OF], arrivedMs);
        changed[row] |= 1L << slot;
        list(row);
    }

    /** Lets a month follow what one of its days has just taken in (sign 1) or given up (-1). */
    void follow(int month, int day, int slot, int sign, int points) {
        long[] sums = days.computeIfAbsent(month, row -> new long[measures * 3]);
        long n = get(day, slot, N);
        long sum = get(day, slot, SUM);
        long nBefore = n - sign;
        long sumBefore = sum - (long) sign * points;
        sums[slot * 3] += sign;
        sums[slot * 3 + 1] += n * n - nBefore * nBefore;
        sums[slot * 3 + 2] += sum * sum - sumBefore * sumBefore;
    }

    /** Returns three sums over the days of each measure; empty where there are none. */
    long[] days(int row) {
        return days.getOrDefault(row, NO_DAYS);
    }

    void restate(int row, int slot) {
        restatements.merge(((long) row << 6) | slot, 1, Integer::sum);
    }

    int restatements(int row, int slot) {
        return restatements.isEmpty() ? 0 : restatements.getOrDefault(((long) row << 6) | slot, 0);
    }

    /** Makes final what ended at least the lateness before an instant. */
    void advanceTo(long instantMs) {
        closedThroughMs = Math.max(closedThroughMs, instantMs - latenessMs);
        while (!openByEnd.isEmpty() && openByEnd.firstKey() <= closedThroughMs) {
            openByEnd.pollFirstEntry().getValue().forEach(this::close);
        }
    }

    private void close(int row) {
        for (int slot = 0; slot < measures; slot++) {
            if (get(row, slot, AS_OF) != UNTOUCHED) {
                changed[row] |= 1L << slot;
            }
        }
        list(row);
    }

    private void list(int row) {
        if (!isListed[row]) {
            isListed[row] = true;
            if (listedCount == listed.length) {
                listed = Arrays.copyOf(listed, listedCount * 2);
            }
            listed[listedCount++] = row;
        }
    }

    /** Hands over each changed measure of each row, once. */
    void takeChanged(ChangedScore action) {
        for (int i = 0; i < listedCount; i++) {
            int row = listed[i];
            for (long left = changed[row]; left != 0; left &= left - 1) {
                action.accept(row, Long.numberOfTrailingZeros(left));
            }
            changed[row] = 0;
            isListed[row] = false;
        }
        listedCount = 0;
    }

    /** Takes a changed measure of a row. */
    @FunctionalInterface
    interface ChangedScore {
        void accept(int row, int slot);
    }
}

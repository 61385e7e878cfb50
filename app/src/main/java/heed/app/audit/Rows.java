package heed.app.audit;

import heed.schemas.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Holds the recounted rows of one partition, eight numbers each: a million responses make millions of rows, and as
 * objects they would not fit a default heap.
 */
final class Rows {

    static final int NONE = -1;

    private static final int WIDTH = 8;
    private static final int WHICH = 0;
    private static final int START = 1;
    private static final int N = 2;
    private static final int SUM = 3;
    private static final int SQUARES = 4;
    private static final int AS_OF = 5;
    private static final int RESTATEMENTS = 6;
    private static final int SAID = 7;

    private static final int CHUNK = 16_384;
    private static final List<Window> KINDS = List.of(Window.HOUR, Window.DAY, Window.WEEK, Window.MONTH);
    private static final int KIND_BITS = 2;
    private static final int MEASURE_BITS = 30;

    private final List<long[]> chunks = new ArrayList<>();
    private int[] index = empty(1_024);
    private int size;

    /** Returns the row of a place, measure, kind of window and start; a new one where there is none. */
    int at(int place, int measure, Window kind, long startMs) {
        long which = which(place, measure, kind);
        int slot = slot(index, which, startMs);
        return index[slot] == NONE ? create(which, startMs) : index[slot];
    }

    /** Returns the row of a place, measure, kind of window and start, or {@link #NONE}. */
    int find(int place, int measure, Window kind, long startMs) {
        return index[slot(index, which(place, measure, kind), startMs)];
    }

    int size() {
        return size;
    }

    void putIn(int row, int points, long arrivalMs) {
        add(row, 1, points, arrivalMs);
    }

    void takeOut(int row, int points, long arrivalMs) {
        add(row, -1, points, arrivalMs);
    }

    void restate(int row) {
        chunk(row)[at(row) + RESTATEMENTS]++;
    }

    /** Notes where on the score topic the row's newest score lies; {@link #NONE} where it has none. */
    void said(int row, long where) {
        chunk(row)[at(row) + SAID] = where;
    }

    int place(int row) {
        return (int) (get(row, WHICH) >>> (KIND_BITS + MEASURE_BITS));
    }

    int measure(int row) {
        return (int) (get(row, WHICH) >>> KIND_BITS) & ((1 << MEASURE_BITS) - 1);
    }

    Window kind(int row) {
        return KINDS.get((int) get(row, WHICH) & ((1 << KIND_BITS) - 1));
    }

    long startMs(int row) {
        return get(row, START);
    }

    long n(int row) {
        return get(row, N);
    }

    long sum(int row) {
        return get(row, SUM);
    }

    long sumOfSquares(int row) {
        return get(row, SQUARES);
    }

    long asOfMs(int row) {
        return get(row, AS_OF);
    }

    long restatements(int row) {
        return get(row, RESTATEMENTS);
    }

    long said(int row) {
        return get(row, SAID);
    }

    private void add(int row, int sign, int points, long arrivalMs) {
        long[] chunk = chunk(row);
        int at = at(row);
        chunk[at + N] += sign;
        chunk[at + SUM] += (long) sign * points;
        chunk[at + SQUARES] += (long) sign * points * points;
        chunk[at + AS_OF] = Math.max(chunk[at + AS_OF], arrivalMs);
    }

    private int create(long which, long startMs) {
        if ((size + 1) * 2L > index.length) {
            grow();
        }
        int row = size++;
        if (row / CHUNK == chunks.size()) {
            chunks.add(new long[CHUNK * WIDTH]);
        }
        chunk(row)[at(row) + WHICH] = which;
        chunk(row)[at(row) + START] = startMs;
        chunk(row)[at(row) + SAID] = NONE;
        index[slot(index, which, startMs)] = row;
        return row;
    }

    private void grow() {
        int[] wider = empty(index.length * 2);
        for (int row = 0; row < size; row++) {
            wider[slot(wider, get(row, WHICH), get(row, START))] = row;
        }
        index = wider;
    }

    private int slot(int[] table, long which, long startMs) {
        long hash = (which * 0x9E3779B97F4A7C15L ^ startMs) * 0xD6E8FEB86659FD93L;
        int slot = (int) (hash >>> 32) & (table.length - 1);
        while (table[slot] != NONE && !(get(table[slot], WHICH) == which && get(table[slot], START) == startMs)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    private long get(int row, int field) {
        return chunk(row)[at(row) + field];
    }

    private long[] chunk(int row) {
        return chunks.get(row / CHUNK);
    }

    private static int at(int row) {
        return row % CHUNK * WIDTH;
    }

    private static long which(int place, int measure, Window kind) {
        return ((long) place << MEASURE_BITS | measure) << KIND_BITS | KINDS.indexOf(kind);
    }

    private static int[] empty(int length) {
        int[] table = new int[length];
        Arrays.fill(table, NONE);
        return table;
    }
}

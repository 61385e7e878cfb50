package heed.bench.limit;

import heed.bench.flat.ByteSink;
import heed.bench.flat.FlatResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What has been counted of a partition, by id: all that a correction or a withdrawal needs to take it out again. */
final class IdLog {

    private static final int PAGE = 1 << 12;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final int measures;
    private final List<Page> pages = new ArrayList<>();
    private int size;
    private int[] slots = new int[1 << 12];

    IdLog(int measures) {
        this.measures = measures;
    }

    /** Returns the newest entry of an id, or -1. */
    int find(long high, long low) {
        int mask = slots.length - 1;
        for (int at = slot(low, mask); slots[at] != 0; at = (at + 1) & mask) {
            int entry = slots[at] - 1;
            Page page = pages.get(entry / PAGE);
            if (page.low[entry % PAGE] == low && page.high[entry % PAGE] == high) {
                return entry;
            }
        }
        return -1;
    }

    boolean withdrawn(int entry) {
        return page(entry).revision[entry % PAGE] < 0;
    }

    int revision(int entry) {
        return Math.abs(page(entry).revision[entry % PAGE]);
    }

    int place(int entry) {
        return page(entry).place[entry % PAGE];
    }

    long givenAtMs(int entry) {
        return page(entry).givenAtMs[entry % PAGE];
    }

    int points(int entry, int slot) {
        return page(entry).points[entry % PAGE * measures + slot];
    }

    int size() {
        return size;
    }

    /** Enters a response; from now on it is the newest entry of its id. */
    void append(FlatResponse in, int place, int standing) {
        int entry = size++;
        if (entry % PAGE == 0) {
            pages.add(new Page(measures));
        }
        Page page = page(entry);
        int at = entry % PAGE;
        page.high[at] = in.idHigh();
        page.low[at] = in.idLow();
        page.place[at] = place;
        page.givenAtMs[at] = in.givenAtMs();
        page.revision[at] = in.withdrawn() ? -in.revision() : in.revision();
        for (int slot = 0; slot < measures; slot++) {
            page.points[at * measures + slot] = (short) in.points()[slot];
        }
        if (standing < 0 && size * 2L > slots.length) {
            grow();
        }
        index(entry, standing);
    }

    /** Writes an entry for the changelog: all but the place's name. */
    void write(int entry, ByteSink into) {
        Page page = page(entry);
        int at = entry % PAGE;
        into.fixed(page.high[at]).fixed(page.low[at]).number(page.place[at]).number(page.revision[at]);
        into.number(page.givenAtMs[at]);
        for (int slot = 0; slot < measures; slot++) {
            into.number(page.points[at * measures + slot]);
        }
    }

    private void grow() {
        int[] old = slots;
        slots = new int[old.length * 2];
        for (int each : old) {
            if (each != 0) {
                index(each - 1, -1);
            }
        }
    }

    private void index(int entry, int standing) {
        int mask = slots.length - 1;
        int at = slot(page(entry).low[entry % PAGE], mask);
        while (slots[at] != 0 && slots[at] != standing + 1) {
            at = (at + 1) & mask;
        }
        slots[at] = entry + 1;
    }

    private Page page(int entry) {
        return pages.get(entry / PAGE);
    }

    private static int slot(long low, int mask) {
        long spread = low * SPREAD;
        return (int) (spread ^ (spread >>> 32)) & mask;
    }

    private static final class Page {
        private final long[] high = new long[PAGE];
        private final long[] low = new long[PAGE];
        private final long[] givenAtMs = new long[PAGE];
        private final int[] place = new int[PAGE];
        /** Below 0 where the response was withdrawn. */
        private final int[] revision = new int[PAGE];

        private final short[] points;

        private Page(int measures) {
            points = new short[PAGE * measures];
            Arrays.fill(points, (short) -1);
        }
    }
}

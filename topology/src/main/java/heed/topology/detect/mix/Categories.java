package heed.topology.detect.mix;

import heed.topology.respondent.Respondent;
import heed.topology.respondent.Trait;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.Arrays;

/**
 * Numbers the categories that respondents of a key fall into, at most {@link #MOST} of a trait; a number is free again
 * once nobody is counted under it.
 *
 * <p>What is not stated, and what finds no room, has no number. A category is known by the hash of its name, which Java
 * defines and a string keeps; were two names of one hospital to share it, they would count as one category.
 */
final class Categories {

    static final int MOST = 8;
    static final int NONE = -1;
    private static final long HASH = 0xFFFF_FFFFL;
    private static final int NO_NAME = 0;

    /** Trait and hash of each number's name; 0 where the number is free. */
    private long[] codes = new long[MOST];

    /** Returns what a respondent's category is known by; 0 where it is not stated. */
    static long code(Trait trait, Respondent who) {
        String name = trait.of(who);
        return name.isEmpty() ? NO_NAME : ((long) trait.code() << Integer.SIZE) | (name.hashCode() & HASH);
    }

    /** Returns the number of a category, or {@link #NONE}. */
    int find(long code) {
        if (code != NO_NAME) {
            for (int i = 0; i < codes.length; i++) {
                if (codes[i] == code) {
                    return i;
                }
            }
        }
        return NONE;
    }

    /** Returns the number of a category, a new one at first sight if there is room. */
    int findOrAdd(long code) {
        int known = find(code);
        return known != NONE || code == NO_NAME ? known : add(code);
    }

    private int add(long code) {
        int free = NONE;
        int ofTrait = 0;
        for (int i = codes.length - 1; i >= 0; i--) {
            if (codes[i] == NO_NAME) {
                free = i;
            } else if (codes[i] >>> Integer.SIZE == code >>> Integer.SIZE) {
                ofTrait++;
            }
        }
        if (ofTrait == MOST) {
            return NONE;
        }
        if (free == NONE) {
            free = codes.length;
            codes = Arrays.copyOf(codes, codes.length + MOST);
        }
        codes[free] = code;
        return free;
    }

    void free(int number) {
        codes[number] = NO_NAME;
    }

    boolean isTaken(int number) {
        return codes[number] != NO_NAME;
    }

    boolean isOf(int number, Trait trait) {
        return isTaken(number) && codes[number] >>> Integer.SIZE == trait.code();
    }

    boolean has(Trait trait) {
        for (int i = 0; i < codes.length; i++) {
            if (isOf(i, trait)) {
                return true;
            }
        }
        return false;
    }

    /** Returns one more than the largest number. */
    int size() {
        return codes.length;
    }

    /** Writes the categories in use by trait and name, whatever their numbers; returns those in that order. */
    int[] write(RowWriter out) {
        long[] used = inUse();
        int[] order = new int[used.length];
        out.number(used.length);
        for (int i = 0; i < used.length; i++) {
            order[i] = find(used[i]);
            out.octet((int) (used[i] >>> Integer.SIZE)).number(used[i] & HASH);
        }
        return order;
    }

    private long[] inUse() {
        long[] sorted = codes.clone();
        Arrays.sort(sorted);
        // Codes are positive: free numbers come first.
        int free = 0;
        while (free < sorted.length && sorted[free] == NO_NAME) {
            free++;
        }
        return Arrays.copyOfRange(sorted, free, sorted.length);
    }

    /** Reads them, numbered as they were written; returns how many. */
    int read(RowReader in) {
        int used = in.count();
        codes = new long[Math.max(MOST, used)];
        for (int i = 0; i < used; i++) {
            codes[i] = (long) in.octet() << Integer.SIZE | in.number();
        }
        return used;
    }
}

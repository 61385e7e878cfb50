package heed.bench.flat;

import java.io.Serializable;
import java.util.Arrays;

/** Maps longs to numbers from 0 on, without objects. Nothing is ever taken out. */
public final class LongIntMap implements Serializable {

    private static final long serialVersionUID = 1;

    /** Stands for no number. */
    public static final int NONE = -1;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1 << 10];
    private int[] values = filled(keys.length);
    private int size;

    /** Returns the number of a key, or {@link #NONE}. */
    public int get(long key) {
        int mask = keys.length - 1;
        int at = slot(key, mask);
        while (values[at] != NONE && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return values[at];
    }

    /** Gives a key that has none a number. */
    public void put(long key, int value) {
        if (++size * 3L > keys.length * 2L) {
            grow();
        }
        insert(key, value);
    }

    private void insert(long key, int value) {
        int mask = keys.length - 1;
        int at = slot(key, mask);
        while (values[at] != NONE && keys[at] != key) {
            at = (at + 1) & mask;
        }
        keys[at] = key;
        values[at] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = filled(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int[] filled(int length) {
        int[] values = new int[length];
        Arrays.fill(values, NONE);
        return values;
    }

    private static int slot(long key, int mask) {
        long spread = key * SPREAD;
        return (int) (spread ^ (spread >>> 32)) & mask;
    }
}

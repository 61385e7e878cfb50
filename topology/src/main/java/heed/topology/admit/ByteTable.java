package heed.topology.admit;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Finds a value by a code given as a slice of bytes, so that no string is made for a code seen before.
 *
 * @param <T> what a code stands for
 */
final class ByteTable<T> {

    private static final int USUAL_SLOTS = 16;

    private byte[][] codes;
    private Object[] values;
    private int size;

    ByteTable() {
        this(USUAL_SLOTS);
    }

    /** Starts with so many slots, a power of two, where most tables stay small and there are many. */
    ByteTable(int slots) {
        codes = new byte[slots][];
        values = new Object[slots];
    }

    /** Returns the value of a code, or null. */
    T get(byte[] bytes, int offset, int length) {
        return valueAt(slot(codes, bytes, offset, length));
    }

    /** Returns the value of a code, made by {@code make} at first sight. */
    T computeIfAbsent(byte[] bytes, int offset, int length, Function<byte[], T> make) {
        int slot = slot(codes, bytes, offset, length);
        if (codes[slot] != null) {
            return valueAt(slot);
        }
        byte[] code = Arrays.copyOfRange(bytes, offset, offset + length);
        T value = make.apply(code);
        put(code, value);
        return value;
    }

    /** Sets the value of a code. */
    void put(byte[] code, T value) {
        if ((size + 1) * 2 > codes.length) {
            grow();
        }
        int slot = slot(codes, code, 0, code.length);
        if (codes[slot] == null) {
            size++;
        }
        codes[slot] = code;
        values[slot] = value;
    }

    /** Returns how many codes have a value. */
    int size() {
        return size;
    }

    @SuppressWarnings("unchecked")
    private T valueAt(int slot) {
        return (T) values[slot];
    }

    private void grow() {
        byte[][] oldCodes = codes;
        Object[] oldValues = values;
        codes = new byte[oldCodes.length * 2][];
        values = new Object[oldValues.length * 2];
        for (int i = 0; i < oldCodes.length; i++) {
            if (oldCodes[i] != null) {
                int slot = slot(codes, oldCodes[i], 0, oldCodes[i].length);
                codes[slot] = oldCodes[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private static int slot(byte[][] table, byte[] bytes, int offset, int length) {
        int hash = length;
        for (int i = offset; i < offset + length; i++) {
            hash = hash * 31 + bytes[i];
        }
        int slot = (hash * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(table.length) + 1);
        while (table[slot] != null
                && !Arrays.equals(table[slot], 0, table[slot].length, bytes, offset, offset + length)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }
}

package heed.topology.detect;

import java.util.Arrays;

/** Writes bytes into an array that grows and is reused: integers in as few bytes as they need, doubles as they are. */
public final class StateWriter {

    private byte[] bytes = new byte[512];
    private int length;

    /** Forgets what was written and keeps the room for it. */
    public void reset() {
        length = 0;
    }

    /** Returns the number of bytes written. */
    public int length() {
        return length;
    }

    /** Returns the bytes behind the writer, of which the first {@link #length} count, until the next write. */
    public byte[] array() {
        return bytes;
    }

    /** Returns a copy of what was written. */
    public byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }

    void put(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
    }

    void putUnsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            put((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        put((int) rest);
    }

    void putSigned(long value) {
        putUnsigned(value << 1 ^ value >> 63);
    }

    void putDouble(double value) {
        putFixed(Double.doubleToLongBits(value));
    }

    void putFloat(float value) {
        int bits = Float.floatToIntBits(value);
        for (int shift = 24; shift >= 0; shift -= 8) {
            put(bits >>> shift);
        }
    }

    /** Writes an array of at most 64 counts: which of them are not 0, then those. */
    void putSparse(int[] counts) {
        long used = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                used |= 1L << i;
            }
        }
        putFixed(used);
        for (int count : counts) {
            if (count != 0) {
                putUnsigned(count);
            }
        }
    }

    private void putFixed(long bits) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((int) (bits >>> shift));
        }
    }
}

package heed.topology.row;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes values into a buffer that grows and is reused: integers in as few bytes as they need, reals as they are,
 * strings.
 */
public final class RowWriter {

    private static final char LAST_ASCII = 0x7F;
    private static final int MOST_OF_A_NUMBER = 10;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[256];
    private int length;

    /** Empties the row, keeping the buffer. */
    public RowWriter clear() {
        length = 0;
        return this;
    }

    /** Writes one byte. */
    public RowWriter octet(int value) {
        room(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** Writes eight bytes, big-endian. */
    public RowWriter fixed(long value) {
        room(Long.BYTES);
        LONGS.set(bytes, length, value);
        length += Long.BYTES;
        return this;
    }

    /** Writes each in eight bytes, big-endian. */
    public RowWriter fixed(long[] values) {
        room(values.length * Long.BYTES);
        for (long value : values) {
            LONGS.set(bytes, length, value);
            length += Long.BYTES;
        }
        return this;
    }

    /** Writes a real number in eight bytes. */
    public RowWriter real(double value) {
        return fixed(Double.doubleToRawLongBits(value));
    }

    /** Writes a real number in four bytes. */
    public RowWriter float32(float value) {
        room(Float.BYTES);
        INTS.set(bytes, length, Float.floatToRawIntBits(value));
        length += Float.BYTES;
        return this;
    }

    /** Writes a signed number in one to ten bytes, small magnitudes in few (zigzag). */
    public RowWriter number(long value) {
        return unsigned((value << 1) ^ (value >> 63));
    }

    /** Writes a number that is taken for unsigned in one to ten bytes (a varint). */
    public RowWriter unsigned(long value) {
        room(MOST_OF_A_NUMBER);
        byte[] into = bytes;
        int at = length;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            into[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        into[at++] = (byte) rest;
        length = at;
        return this;
    }

    /** Writes an array of at most 64 counts: which of them are not 0, then those. */
    public RowWriter sparse(int[] counts) {
        long used = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] != 0) {
                used |= 1L << i;
            }
        }
        fixed(used);
        for (long left = used; left != 0; left &= left - 1) {
            unsigned(counts[Long.numberOfTrailingZeros(left)]);
        }
        return this;
    }

    /** Writes a string, its length in UTF-8 first. Codes and names are ASCII, which takes no array of their own. */
    public RowWriter text(String value) {
        int count = value.length();
        int before = length;
        number(count);
        room(count);
        byte[] into = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            char letter = value.charAt(i);
            if (letter > LAST_ASCII) {
                length = before;
                return block(value.getBytes(StandardCharsets.UTF_8));
            }
            into[at + i] = (byte) letter;
        }
        length = at + count;
        return this;
    }

    /** Writes bytes, their number first. */
    public RowWriter block(byte[] value) {
        number(value.length);
        return raw(value, 0, value.length);
    }

    /** Writes another row, its length first. */
    public RowWriter block(RowWriter row) {
        number(row.length);
        return raw(row.bytes, 0, row.length);
    }

    /** Writes bytes as they are. */
    public RowWriter raw(byte[] value, int offset, int count) {
        room(count);
        System.arraycopy(value, offset, bytes, length, count);
        length += count;
        return this;
    }

    /** Returns the number of bytes written. */
    public int length() {
        return length;
    }

    /** Returns the buffer itself, valid up to {@link #length()} and until the next write. */
    public byte[] buffer() {
        return bytes;
    }

    /** Returns a copy of the row. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}

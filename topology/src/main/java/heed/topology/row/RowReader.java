package heed.topology.row;

import java.nio.charset.StandardCharsets;

/** Reads what {@link RowWriter} wrote, in the same order; refuses bytes that end too early. */
public final class RowReader {

    private static final byte[] NOTHING = {};

    private byte[] bytes = NOTHING;
    private int position;
    private int end;

    /** Starts at the beginning of {@code row}, which is not copied. */
    public RowReader of(byte[] row) {
        return of(row, 0, row.length);
    }

    /** Starts at {@code from} and ends before {@code to}. */
    public RowReader of(byte[] row, int from, int to) {
        bytes = row;
        position = from;
        end = to;
        return this;
    }

    /** Says whether anything is left. */
    public boolean hasMore() {
        return position < end;
    }

    /** Returns the number of bytes not read yet. */
    public int remaining() {
        return end - position;
    }

    /** Returns the offset of the next byte. */
    public int position() {
        return position;
    }

    /** Reads one byte that says how {@code what} is written, and refuses any form but {@code known}. */
    public void requireVersion(int known, String what) {
        int version = octet();
        if (version != known) {
            throw new IllegalStateException(what + " has version " + version + ", this release reads " + known
                    + ": it was written by a newer release; run that one, or reset the application and replay");
        }
    }

    /** Reads one byte, 0 to 255. */
    public int octet() {
        return bytes[take(1)] & 0xFF;
    }

    /** Reads eight bytes, big-endian. */
    public long fixed() {
        return bigEndian(Long.BYTES);
    }

    /** Reads a real number of eight bytes. */
    public double real() {
        return Double.longBitsToDouble(fixed());
    }

    /** Reads a real number of four bytes. */
    public float float32() {
        return Float.intBitsToFloat((int) bigEndian(Float.BYTES));
    }

    private long bigEndian(int size) {
        int from = take(size);
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = (value << Byte.SIZE) | (bytes[from + i] & 0xFF);
        }
        return value;
    }

    /** Reads a zigzag varint. */
    public long number() {
        long raw = unsigned();
        return (raw >>> 1) ^ -(raw & 1);
    }

    /** Reads a zigzag varint that fits an int. */
    public int count() {
        return Math.toIntExact(number());
    }

    /** Reads a varint. */
    public long unsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = octet();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a row holds a number of more than 64 bits at byte " + position);
    }

    /** Reads a varint that fits an int. */
    public int unsignedInt() {
        return Math.toIntExact(unsigned());
    }

    /** Reads into {@code counts} what {@link RowWriter#sparse} wrote of as many. */
    public void sparse(int[] counts) {
        long used = fixed();
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (used & 1L << i) == 0 ? 0 : unsignedInt();
        }
    }

    /** Reads a string. */
    public String text() {
        int size = count();
        return new String(bytes, take(size), size, StandardCharsets.UTF_8);
    }

    /** Reads bytes written by {@link RowWriter#block}. */
    public byte[] block() {
        byte[] value = new byte[count()];
        System.arraycopy(bytes, take(value.length), value, 0, value.length);
        return value;
    }

    /** Passes over so many bytes and returns where they begin. */
    private int take(int size) {
        if (size > end - position) {
            throw new IllegalArgumentException("a row ends after " + end + " bytes, in mid-value");
        }
        int from = position;
        position += size;
        return from;
    }
}

package heed.topology.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link RowWriter} wrote, in the same order. */
public final class RowReader {

    private byte[] bytes;
    private int position;
    private int end;

    /** Starts at the beginning of {@code row}. */
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

    /** Returns the offset of the next byte. */
    public int position() {
        return position;
    }

    /** Reads one byte, 0 to 255. */
    public int octet() {
        return bytes[position++] & 0xFF;
    }

    /** Reads eight bytes, big-endian. */
    public long fixed() {
        long value = ByteBuffer.wrap(bytes).getLong(position);
        position += Long.BYTES;
        return value;
    }

    /** Reads a zigzag varint. */
    public long number() {
        long raw = 0;
        int shift = 0;
        byte next;
        do {
            next = bytes[position++];
            raw |= (next & 0x7FL) << shift;
            shift += 7;
        } while (next < 0);
        return (raw >>> 1) ^ -(raw & 1);
    }

    /** Reads a zigzag varint that fits an int. */
    public int count() {
        return Math.toIntExact(number());
    }

    /** Reads a string. */
    public String text() {
        int size = count();
        String value = new String(bytes, position, size, StandardCharsets.UTF_8);
        position += size;
        return value;
    }

    /** Reads bytes written by {@link RowWriter#block}. */
    public byte[] block() {
        byte[] value = new byte[count()];
        System.arraycopy(bytes, position, value, 0, value.length);
        position += value.length;
        return value;
    }
}

package heed.bench.flat;

import java.util.Arrays;

/** Collects bytes as Avro writes them. Reused. */
public final class ByteSink {

    private byte[] bytes = new byte[512];
    private int length;

    /** Begins anew. */
    public ByteSink clear() {
        length = 0;
        return this;
    }

    /** Returns how many bytes there are. */
    public int length() {
        return length;
    }

    ByteSink octet(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
        return this;
    }

    /** Writes eight bytes, the highest first. */
    public ByteSink fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
        return this;
    }

    /** Writes a number in zigzag and seven bits a byte. */
    public ByteSink number(long value) {
        ensure(10);
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            bytes[length++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        bytes[length++] = (byte) left;
        return this;
    }

    ByteSink raw(byte[] source) {
        return raw(source, 0, source.length);
    }

    ByteSink raw(byte[] source, int from, int count) {
        ensure(count);
        System.arraycopy(source, from, bytes, length, count);
        length += count;
        return this;
    }

    /** Writes a length, then so many bytes. */
    public ByteSink text(byte[] source) {
        return number(source.length).raw(source);
    }

    /** Returns a copy of what there is. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}

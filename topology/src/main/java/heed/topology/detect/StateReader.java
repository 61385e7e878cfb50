package heed.topology.detect;

/** Reads what {@link StateWriter} wrote; refuses bytes that end too early. */
public final class StateReader {

    private final byte[] bytes;
    private int position;

    /** Reads {@code bytes}, which are not copied. */
    public StateReader(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes not read yet. */
    public int remaining() {
        return bytes.length - position;
    }

    int get() {
        if (position == bytes.length) {
            throw new IllegalArgumentException("Watch state ends after " + bytes.length + " bytes, in mid-value");
        }
        return bytes[position++] & 0xFF;
    }

    long getUnsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = get();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("Watch state holds a number of more than 64 bits at byte " + position);
    }

    int getInt() {
        return Math.toIntExact(getUnsigned());
    }

    long getSigned() {
        long value = getUnsigned();
        return value >>> 1 ^ -(value & 1);
    }

    double getDouble() {
        return Double.longBitsToDouble(getFixed());
    }

    float getFloat() {
        int bits = 0;
        for (int i = 0; i < Float.BYTES; i++) {
            bits = bits << 8 | get();
        }
        return Float.intBitsToFloat(bits);
    }

    void getSparse(int[] counts) {
        long used = getFixed();
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (used & 1L << i) == 0 ? 0 : getInt();
        }
    }

    private long getFixed() {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            bits = bits << 8 | get();
        }
        return bits;
    }
}

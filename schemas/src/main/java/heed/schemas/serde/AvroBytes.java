package heed.schemas.serde;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes values as Avro's binary encoding has them into a buffer that grows and is reused.
 *
 * <p>Does what Avro's own encoder does, without its streams: these cost more than the values. {@code SerdeLawsTest}
 * holds the bytes to those of the genuine serializer.
 */
final class AvroBytes {

    private static final int FIRST_SIZE = 256;
    private static final int MOST_OF_A_NUMBER = 10;
    private static final char LAST_ASCII = 0x7F;

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    /** Begins anew with the header of the wire format. */
    AvroBytes begin(int schemaId) {
        WireFormat.writeHeader(bytes, schemaId);
        length = WireFormat.HEADER_LENGTH;
        return this;
    }

    /** Writes an int or a long, an enum's ordinal or a union's index: a zigzag varint. */
    void number(long value) {
        room(MOST_OF_A_NUMBER);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    /** Writes a double: eight bytes, little-endian. */
    void real(double value) {
        room(Double.BYTES);
        long bits = Double.doubleToRawLongBits(value);
        for (int i = 0; i < Double.BYTES; i++) {
            bytes[length++] = (byte) (bits >>> (i * Byte.SIZE));
        }
    }

    /** Writes a boolean: one byte. */
    void truth(boolean value) {
        room(1);
        bytes[length++] = (byte) (value ? 1 : 0);
    }

    /** Writes a string, its length in UTF-8 first. Codes and names are ASCII, which takes no array of their own. */
    void text(String value) {
        int before = length;
        int count = value.length();
        number(count);
        room(count);
        for (int i = 0; i < count; i++) {
            char letter = value.charAt(i);
            if (letter > LAST_ASCII) {
                length = before;
                encoded(value.getBytes(StandardCharsets.UTF_8));
                return;
            }
            bytes[length++] = (byte) letter;
        }
    }

    private void encoded(byte[] utf8) {
        number(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
    }

    /** Returns a copy of what was written. */
    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}

package heed.connectors.export;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes one struct in Thrift's compact protocol, in which Parquet describes itself: as much of it as Parquet needs.
 * Fields come in the order of their numbers.
 */
final class ThriftStruct {

    private static final int TRUE = 1;
    private static final int I32 = 5;
    private static final int I64 = 6;
    private static final int BINARY = 8;
    private static final int LIST = 9;
    private static final int STRUCT = 12;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int last;

    ThriftStruct i32(int field, int value) {
        begin(field, I32);
        signed(bytes, value);
        return this;
    }

    ThriftStruct i64(int field, long value) {
        begin(field, I64);
        signed(bytes, value);
        return this;
    }

    ThriftStruct isTrue(int field) {
        begin(field, TRUE);
        return this;
    }

    ThriftStruct text(int field, String value) {
        begin(field, BINARY);
        text(value);
        return this;
    }

    ThriftStruct struct(int field, ThriftStruct value) {
        begin(field, STRUCT);
        bytes.writeBytes(value.written());
        return this;
    }

    ThriftStruct structs(int field, List<ThriftStruct> values) {
        beginList(field, STRUCT, values.size());
        values.forEach(each -> bytes.writeBytes(each.written()));
        return this;
    }

    ThriftStruct i32s(int field, List<Integer> values) {
        beginList(field, I32, values.size());
        values.forEach(each -> signed(bytes, each));
        return this;
    }

    ThriftStruct texts(int field, List<String> values) {
        beginList(field, BINARY, values.size());
        values.forEach(this::text);
        return this;
    }

    /** Returns it, ended. */
    byte[] written() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes.size() + 1);
        whole.writeBytes(bytes.toByteArray());
        whole.write(0);
        return whole.toByteArray();
    }

    /** Writes a number of seven bits a byte, the lowest first. */
    static void unsigned(ByteArrayOutputStream to, long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            to.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        to.write((int) left);
    }

    private static void signed(ByteArrayOutputStream to, long value) {
        unsigned(to, (value << 1) ^ (value >> 63));
    }

    private void text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        unsigned(bytes, utf8.length);
        bytes.writeBytes(utf8);
    }

    /** No two of Parquet's fields are further apart than the 15 that fit beside the type. */
    private void begin(int field, int type) {
        bytes.write(((field - last) << 4) | type);
        last = field;
    }

    private void beginList(int field, int type, int size) {
        begin(field, LIST);
        if (size < SHORT_LIST) {
            bytes.write((size << 4) | type);
        } else {
            bytes.write((SHORT_LIST << 4) | type);
            unsigned(bytes, size);
        }
    }
}

package heed.connectors.export;

import heed.schemas.flat.FlatColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** One column of a Parquet file: its type, and the cells of the rows that are not written yet. */
final class ParquetColumn {

    private static final int GZIP = 2;
    private static final int PLAIN = 0;
    private static final int RUN_LENGTHS = 3;
    private static final int OPTIONAL = 1;
    private static final int UTF8 = 0;
    private static final int TIMESTAMP_MILLIS = 9;
    private static final int BITS = 8;

    private final FlatColumn column;
    /** Whether there is a cell, as lengths of runs: a table has long ones. */
    private final ByteArrayOutputStream levels = new ByteArrayOutputStream();

    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private int cells;
    private int run;
    private int runOf;
    private int truths;
    private int truthsAt;

    ParquetColumn(FlatColumn column) {
        this.column = column;
    }

    /** Returns how the file's schema tells it. */
    ThriftStruct schema() {
        ThriftStruct schema = new ThriftStruct().i32(1, type()).i32(3, OPTIONAL).text(4, column.name());
        return switch (column.kind()) {
            case TEXT -> schema.i32(6, UTF8).struct(10, new ThriftStruct().struct(1, new ThriftStruct()));
            case INSTANT ->
                schema.i32(6, TIMESTAMP_MILLIS).struct(10, new ThriftStruct().struct(8, millisecondsOfUtc()));
            case WHOLE, NUMBER, TRUTH -> schema;
        };
    }

    private static ThriftStruct millisecondsOfUtc() {
        return new ThriftStruct().isTrue(1).struct(2, new ThriftStruct().struct(1, new ThriftStruct()));
    }

    private int type() {
        return switch (column.kind()) {
            case TRUTH -> 0;
            case WHOLE, INSTANT -> 2;
            case NUMBER -> 5;
            case TEXT -> 6;
        };
    }

    void add(@Nullable Object cell) {
        int level = cell == null ? 0 : 1;
        if (level != runOf) {
            endRun();
            runOf = level;
        }
        run++;
        cells++;
        if (cell != null) {
            addValue(cell);
        }
    }

    private void addValue(Object cell) {
        switch (column.kind()) {
            case TEXT -> {
                byte[] utf8 = ((String) cell).getBytes(StandardCharsets.UTF_8);
                values.writeBytes(little(Integer.BYTES).putInt(utf8.length).array());
                values.writeBytes(utf8);
            }
            case WHOLE -> addEight((Long) cell);
            case INSTANT -> addEight(((Instant) cell).toEpochMilli());
            case NUMBER -> addEight(Double.doubleToRawLongBits((Double) cell));
            case TRUTH -> addTruth((Boolean) cell);
        }
    }

    private void addEight(long bits) {
        values.writeBytes(little(Long.BYTES).putLong(bits).array());
    }

    /** Eight in a byte, the first in its lowest bit. */
    private void addTruth(Boolean truth) {
        truths |= (truth ? 1 : 0) << truthsAt;
        truthsAt++;
        if (truthsAt == BITS) {
            endTruths();
        }
    }

    private void endTruths() {
        if (truthsAt > 0) {
            values.write(truths);
            truths = 0;
            truthsAt = 0;
        }
    }

    private void endRun() {
        if (run > 0) {
            ThriftStruct.unsigned(levels, (long) run << 1);
            levels.write(runOf);
            run = 0;
        }
    }

    /** Returns about how many bytes wait. */
    long size() {
        return (long) levels.size() + values.size();
    }

    /**
     * Writes what waits as one page.
     *
     * @param at where in the file it begins
     */
    Chunk write(OutputStream to, long at) throws IOException {
        endRun();
        endTruths();
        int page = Integer.BYTES + levels.size() + values.size();
        byte[] packed = packed();
        byte[] header = new ThriftStruct()
                .i32(1, 0)
                .i32(2, page)
                .i32(3, packed.length)
                .struct(
                        5,
                        new ThriftStruct()
                                .i32(1, cells)
                                .i32(2, PLAIN)
                                .i32(3, RUN_LENGTHS)
                                .i32(4, RUN_LENGTHS))
                .written();
        to.write(header);
        to.write(packed);
        long written = (long) header.length + packed.length;
        long unpacked = (long) header.length + page;
        ThriftStruct about = new ThriftStruct()
                .i32(1, type())
                .i32s(2, List.of(PLAIN, RUN_LENGTHS))
                .texts(3, List.of(column.name()))
                .i32(4, GZIP)
                .i64(5, cells)
                .i64(6, unpacked)
                .i64(7, written)
                .i64(9, at);
        levels.reset();
        values.reset();
        cells = 0;
        return new Chunk(new ThriftStruct().i64(2, at).struct(3, about), written, unpacked);
    }

    /** Returns levels and values packed, without a copy of either beside it. */
    private byte[] packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(little(Integer.BYTES).putInt(levels.size()).array());
            levels.writeTo(gzip);
            values.writeTo(gzip);
        }
        return packed.toByteArray();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * What was written of a column.
     *
     * @param about how the file's end tells it
     * @param written bytes of the file
     * @param unpacked bytes of it before they were packed
     */
    record Chunk(ThriftStruct about, long written, long unpacked) {}
}

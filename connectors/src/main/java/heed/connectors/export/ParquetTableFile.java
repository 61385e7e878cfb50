package heed.connectors.export;

import heed.schemas.flat.FlatColumn;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes Parquet: of flat rows little is needed of what it can. Each column may be absent; text is UTF-8, times are
 * milliseconds of UTC; values stand one after the other, packed by gzip, which every reader knows. Of the rows as many
 * wait in memory as 32 MiB hold.
 *
 * @see <a href="https://parquet.apache.org/docs/file-format/">its format</a>
 */
public final class ParquetTableFile implements TableFile {

    /** Bytes of a group of rows before they are packed. */
    private static final long GROUP = 32L << 20;

    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;

    private final String name;
    private final List<ParquetColumn> columns;
    private final OutputStream to;
    private final List<ThriftStruct> groups = new ArrayList<>();
    private long at;
    private long rows;
    private long waiting;

    /** Begins a file of a table that is called {@code name}, and closes {@code to} in the end. */
    public ParquetTableFile(String name, List<FlatColumn> columns, OutputStream to) throws IOException {
        this.name = name;
        this.columns = columns.stream().map(ParquetColumn::new).toList();
        this.to = to;
        to.write(MAGIC);
        at = MAGIC.length;
    }

    @Override
    public void write(List<? extends @Nullable Object> cells) throws IOException {
        long size = 0;
        for (int each = 0; each < columns.size(); each++) {
            ParquetColumn column = columns.get(each);
            column.add(cells.get(each));
            size += column.size();
        }
        waiting++;
        if (size >= GROUP) {
            endGroup();
        }
    }

    private void endGroup() throws IOException {
        if (waiting == 0) {
            return;
        }
        List<ThriftStruct> chunks = new ArrayList<>();
        long unpacked = 0;
        for (ParquetColumn column : columns) {
            ParquetColumn.Chunk chunk = column.write(to, at);
            at += chunk.written();
            unpacked += chunk.unpacked();
            chunks.add(chunk.about());
        }
        groups.add(new ThriftStruct().structs(1, chunks).i64(2, unpacked).i64(3, waiting));
        rows += waiting;
        waiting = 0;
    }

    @Override
    public void close() throws IOException {
        try (to) {
            endGroup();
            byte[] about = new ThriftStruct()
                    .i32(1, VERSION)
                    .structs(
                            2,
                            Stream.concat(
                                            Stream.of(new ThriftStruct()
                                                    .text(4, name)
                                                    .i32(5, columns.size())),
                                            columns.stream().map(ParquetColumn::schema))
                                    .toList())
                    .i64(3, rows)
                    .structs(4, groups)
                    .text(6, "Heed")
                    .written();
            to.write(about);
            to.write(ByteBuffer.allocate(Integer.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(about.length)
                    .array());
            to.write(MAGIC);
        }
    }
}

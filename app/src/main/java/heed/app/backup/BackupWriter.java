package heed.app.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Writes a backup from its beginning to its end. */
final class BackupWriter implements AutoCloseable {

    private static final int DEFLATE = 6;

    private final DataFileWriter<GenericRecord> file;
    private final RecordsDigest digest = new RecordsDigest();

    /** Begins a backup of topics of so many partitions on {@code out}, which it closes. */
    BackupWriter(OutputStream out, int partitions) throws IOException {
        file = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(BackupFormat.ENTRY))
                .setCodec(CodecFactory.deflateCodec(DEFLATE))
                .setMeta(BackupFormat.VERSION_KEY, BackupFormat.VERSION)
                .setMeta(BackupFormat.PARTITIONS_KEY, partitions)
                .create(BackupFormat.ENTRY, out);
    }

    /** Writes a schema; once, before the first record of that id. */
    void schema(int id, String topic, String text) {
        GenericRecord entry = new GenericData.Record(BackupFormat.SCHEMA);
        entry.put("id", id);
        entry.put("topic", topic);
        entry.put("text", text);
        append(entry);
    }

    /** Writes the next record. */
    void record(KeptRecord kept) {
        digest.add(kept);
        GenericRecord entry = new GenericData.Record(BackupFormat.RECORD);
        entry.put("topic", kept.topic().name());
        entry.put("partition", kept.partition());
        entry.put("timestamp", kept.timestamp());
        entry.put("key", kept.key());
        entry.put("value", buffer(kept.value()));
        entry.put("headers", kept.headers().stream().map(BackupWriter::header).toList());
        append(entry);
    }

    /** Writes that this is all; a file without it is no backup. */
    void end() {
        GenericRecord entry = new GenericData.Record(BackupFormat.END);
        entry.put("records", digest.records());
        entry.put("sha256", ByteBuffer.wrap(digest.digest()));
        append(entry);
    }

    private static GenericRecord header(Header header) {
        GenericRecord entry = new GenericData.Record(BackupFormat.HEADER);
        entry.put("key", header.key());
        entry.put("value", buffer(header.value()));
        return entry;
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    private void append(GenericRecord entry) {
        try {
            file.append(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

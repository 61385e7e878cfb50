package heed.app.backup;

import heed.schemas.topic.Topic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Reads a backup, and knows whether it is whole. */
final class BackupReader {

    /** Takes what a backup holds, in its order. */
    interface Listener {

        /** Takes a schema; it comes before the first record of that id. */
        void schema(int id, Topic<?> topic, Schema schema);

        /** Takes the next record. */
        void record(KeptRecord kept);
    }

    private final Path file;

    /** Creates a reader; nothing is read yet. */
    BackupReader(Path file) {
        this.file = file;
    }

    /** Returns how many partitions the topics had. */
    int partitions() {
        try (var entries = open()) {
            return Math.toIntExact(entries.getMetaLong(BackupFormat.PARTITIONS_KEY));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /**
     * Hands over everything and returns how many records there were.
     *
     * @throws BackupException where the file is no backup, or not a whole one; what was handed over before is not taken
     *     back
     */
    long read(Listener listener) {
        RecordsDigest digest = new RecordsDigest();
        boolean ended = false;
        try (var entries = open()) {
            while (entries.hasNext()) {
                GenericRecord entry = entries.next();
                Schema kind = entry.getSchema();
                if (kind.getName().equals(BackupFormat.SCHEMA.getName())) {
                    listener.schema(
                            (int) entry.get("id"),
                            KeptTopics.named(entry.get("topic").toString()),
                            new Schema.Parser()
                                    .setValidateDefaults(false)
                                    .parse(entry.get("text").toString()));
                } else if (kind.getName().equals(BackupFormat.RECORD.getName())) {
                    KeptRecord kept = kept(entry);
                    digest.add(kept);
                    listener.record(kept);
                } else {
                    check(entry, digest);
                    ended = true;
                }
            }
        } catch (IOException | AvroRuntimeException e) {
            throw unreadable(e);
        }
        if (!ended) {
            throw new BackupException(file + " ends too early: it is not the whole backup. Take another.");
        }
        return digest.records();
    }

    private void check(GenericRecord end, RecordsDigest digest) {
        long records = (long) end.get("records");
        if (records != digest.records() || !Arrays.equals(bytes(end.get("sha256")), digest.digest())) {
            throw new BackupException(file + " is damaged: it says that it holds " + records + " records, and of what"
                    + " is there (" + digest.records() + ") not all is as it was written. Take another backup.");
        }
    }

    private DataFileReader<GenericRecord> open() throws IOException {
        var entries = new DataFileReader<GenericRecord>(file.toFile(), new GenericDatumReader<>());
        byte[] version = entries.getMeta(BackupFormat.VERSION_KEY);
        if (version == null || entries.getMetaLong(BackupFormat.VERSION_KEY) != BackupFormat.VERSION) {
            entries.close();
            throw new BackupException(file + " is "
                    + (version == null
                            ? "no backup that heed made."
                            : "a backup of another version, which this heed does not read."));
        }
        return entries;
    }

    private static KeptRecord kept(GenericRecord entry) {
        return new KeptRecord(
                KeptTopics.named(entry.get("topic").toString()),
                (int) entry.get("partition"),
                (long) entry.get("timestamp"),
                entry.get("key") == null ? null : entry.get("key").toString(),
                bytes(entry.get("value")),
                headers((List<?>) entry.get("headers")));
    }

    private static List<Header> headers(List<?> entries) {
        return entries.stream()
                .map(GenericRecord.class::cast)
                .<Header>map(each -> new RecordHeader(each.get("key").toString(), bytes(each.get("value"))))
                .toList();
    }

    private static byte @Nullable [] bytes(@Nullable Object buffer) {
        if (buffer == null) {
            return null;
        }
        ByteBuffer view = ((ByteBuffer) buffer).duplicate();
        byte[] bytes = new byte[view.remaining()];
        view.get(bytes);
        return bytes;
    }

    private BackupException unreadable(Exception e) {
        return new BackupException(file + " can't be read as a backup: " + e.getMessage(), e);
    }
}

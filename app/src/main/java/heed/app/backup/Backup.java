package heed.app.backup;

import heed.schemas.reader.CommittedRecords;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.registry.UnknownSchemaException;
import heed.schemas.serde.WireFormat;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Copies what cannot be computed again to a file: all committed records of the kept topics up to one moment.
 *
 * <p>The file has its name only when it is whole. It is for its owner's eyes alone: it holds patients' answers.
 */
public final class Backup {

    private final SchemaRegistry registry;
    private final Set<Integer> said = new HashSet<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private long copied;

    /** Creates a backup of records whose schemas {@code registry} knows. */
    public Backup(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** Returns the topics that a backup reads. */
    public static List<Topic<?>> topics() {
        return KeptTopics.ALL;
    }

    /** Writes {@code file} of {@link #topics} and returns how many records of each it holds. */
    public Map<String, Long> write(CommittedRecords records, Path file, BackupProgress progress) {
        if (Files.exists(file)) {
            throw new BackupException(file + " is there already. Choose another name, or take it away.");
        }
        Path whole = file.toAbsolutePath().resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(whole);
            Files.createFile(whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var writer = new BackupWriter(Files.newOutputStream(whole), partitions(records))) {
                records.seekToBeginning();
                long offsets = records.behind(records.ends());
                records.readToEnd(each -> progress.at(copy(each, writer), offsets));
                writer.end();
                progress.at(copied, copied);
            }
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UncheckedIOException e) {
            throw new BackupException("The backup " + whole + " can't be written (" + e + "). Nothing is changed.", e);
        }
        return counts;
    }

    private static int partitions(CommittedRecords records) {
        return Math.toIntExact(records.ends().keySet().stream()
                .filter(partition -> partition.topic().equals(Topics.FEEDBACK.name()))
                .count());
    }

    private long copy(ConsumerRecord<String, byte[]> each, BackupWriter writer) {
        Topic<?> topic = KeptTopics.named(each.topic());
        describe(topic, each.value(), writer);
        writer.record(new KeptRecord(
                topic,
                each.partition(),
                each.timestamp(),
                each.key(),
                each.value(),
                List.of(each.headers().toArray())));
        counts.merge(each.topic(), 1L, Long::sum);
        return ++copied;
    }

    /** A record that names no schema, or one that nobody knows, was rejected, and is kept as it is. */
    private void describe(Topic<?> topic, byte[] value, BackupWriter writer) {
        if (!WireFormat.isFramed(value) || !said.add(WireFormat.schemaId(value))) {
            return;
        }
        int id = WireFormat.schemaId(value);
        try {
            writer.schema(id, topic.name(), registry.byId(id).toString());
        } catch (UnknownSchemaException e) {
            // Kept without its schema: it means as little after as before.
        }
    }
}

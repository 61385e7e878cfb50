package heed.app.backup;

import heed.schemas.registry.SchemaRegistry;
import heed.schemas.topic.Topic;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;

/**
 * Brings a backup back to topics that hold nothing: each record on its partition, in its order, with its time. Schemas
 * are registered anew, and records name them by their new ids.
 *
 * <p>The whole file is checked before the first record is written.
 */
public final class Restore {

    private final Admin admin;
    private final SchemaRegistry registry;
    private final Producer<String, byte[]> producer;

    /** Creates a restore to servers that are ready. */
    public Restore(Admin admin, SchemaRegistry registry, Producer<String, byte[]> producer) {
        this.admin = admin;
        this.registry = registry;
        this.producer = producer;
    }

    /**
     * Reads all of {@code file} and returns how many records it holds.
     *
     * @throws BackupException where it is not a whole backup
     */
    public static long check(Path file) {
        return new BackupReader(file).read(new BackupReader.Listener() {
            @Override
            public void schema(int id, Topic<?> topic, Schema schema) {
                // Only read.
            }

            @Override
            public void record(KeptRecord kept) {
                // Only read.
            }
        });
    }

    /** Is told that all is right, before the first record is written; what it throws has none written. */
    @FunctionalInterface
    public interface Beginning {

        /** Is told so. */
        void begin() throws InterruptedException;
    }

    /** Tells {@code beginning}, writes everything back and returns how many records of each topic. */
    public Map<String, Long> run(Path file, BackupProgress progress, Beginning beginning) throws InterruptedException {
        long records = check(file);
        BackupReader reader = new BackupReader(file);
        refuseWhatIsNotEmpty(reader.partitions());
        beginning.begin();
        var sending = new RestoredRecords(registry, producer, sent -> progress.at(sent, records));
        reader.read(sending);
        return sending.finish();
    }

    private void refuseWhatIsNotEmpty(int partitions) throws InterruptedException {
        try {
            Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
            var names = KeptTopics.ALL.stream().map(Topic::name).toList();
            for (TopicDescription topic :
                    admin.describeTopics(names).allTopicNames().get().values()) {
                if (topic.partitions().size() != partitions) {
                    throw new BackupException("The topics of the backup had " + partitions + " partitions, "
                            + topic.name()
                            + " has " + topic.partitions().size() + ". Restore to a place where pipeline.partitions is "
                            + partitions + " from the start.");
                }
                topic.partitions()
                        .forEach(each ->
                                asked.put(new TopicPartition(topic.name(), each.partition()), OffsetSpec.latest()));
            }
            admin.listOffsets(asked).all().get().forEach((partition, end) -> {
                if (end.offset() > 0) {
                    throw new BackupException(partition.topic() + " is not empty: a backup goes to servers, or a data"
                            + " directory, where no Heed has run yet.");
                }
            });
        } catch (ExecutionException e) {
            throw new BackupException("Kafka did not say what its topics hold: " + e.getCause(), e);
        }
    }
}

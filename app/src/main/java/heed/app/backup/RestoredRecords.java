package heed.app.backup;

import heed.schemas.registry.SchemaRefusedException;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.WireFormat;
import heed.schemas.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Registers the schemas of a backup and sends its records, each with the id that its schema has now. */
final class RestoredRecords implements BackupReader.Listener {

    /** No registry gives this id: a record whose schema nobody knew must not mean anything now. */
    private static final int NO_SCHEMA = 0;

    private final SchemaRegistry registry;
    private final Producer<String, byte[]> producer;
    private final LongConsumer progress;
    private final Map<Integer, Integer> ids = new HashMap<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private long sent;

    RestoredRecords(SchemaRegistry registry, Producer<String, byte[]> producer, LongConsumer progress) {
        this.registry = registry;
        this.producer = producer;
        this.progress = progress;
    }

    @Override
    public void schema(int id, Topic<?> topic, Schema schema) {
        ids.put(id, register(topic, schema));
    }

    /**
     * A record of a schema that its topic does not take was rejected, or was written by one that ours can read: it gets
     * a subject of its own, since its bytes name a schema and no subject.
     */
    private int register(Topic<?> topic, Schema schema) {
        try {
            return registry.register(topic.subject(), schema);
        } catch (SchemaRefusedException e) {
            long fingerprint = SchemaNormalization.parsingFingerprint64(schema);
            return registry.register(topic.name() + "-restored-" + Long.toHexString(fingerprint), schema);
        }
    }

    @Override
    public void record(KeptRecord kept) {
        byte[] value = kept.value();
        if (value != null && WireFormat.isFramed(value)) {
            WireFormat.writeHeader(value, ids.getOrDefault(WireFormat.schemaId(value), NO_SCHEMA));
        }
        var unused = producer.send(
                new ProducerRecord<>(
                        kept.topic().name(),
                        kept.partition(),
                        // Clients of long ago wrote -1 for none, which the pipeline reads as 0 and producers refuse.
                        Math.max(0, kept.timestamp()),
                        kept.key(),
                        value,
                        kept.headers()),
                (placed, problem) -> {
                    if (problem != null) {
                        failure.compareAndSet(null, problem);
                    }
                });
        counts.merge(kept.topic().name(), 1L, Long::sum);
        progress.accept(++sent);
    }

    /**
     * Waits until all of it is there, and returns how many records each topic got.
     *
     * @throws BackupException where Kafka did not take one
     */
    Map<String, Long> finish() {
        producer.flush();
        Exception problem = failure.get();
        if (problem != null) {
            throw new BackupException(
                    "Kafka did not take a record (" + problem.getMessage() + "). What is there now is not the whole"
                            + " backup: take the topics away, and restore again.",
                    problem);
        }
        return counts;
    }
}

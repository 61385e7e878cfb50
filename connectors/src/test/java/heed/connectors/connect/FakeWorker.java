package heed.connectors.connect;

import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.awaitility.Awaitility;

/** Runs a task as a worker of Kafka Connect does, and keeps its places: over as many tasks as are started. */
final class FakeWorker implements SourceTaskContext, OffsetStorageReader {

    private static final Duration GENEROUS = Duration.ofSeconds(60);

    private final Map<String, String> settings;
    private final SchemaRegistry registry;
    private final Clock clock;
    /** By what partitions come to as text: as a worker does, which takes the same in another order for another. */
    private final Map<String, Map<String, Object>> places = new HashMap<>();

    private final List<SourceRecord> committed = new ArrayList<>();
    private final LongSupplier nanos;
    private FeedbackFileSourceTask task;
    private int asked;

    FakeWorker(Map<String, String> settings, SchemaRegistry registry, Clock clock, LongSupplier nanos) {
        this.settings = settings;
        this.registry = registry;
        this.clock = clock;
        this.nanos = nanos;
    }

    /** Starts a task, which knows what was committed; the one before is gone as a killed one is. */
    FakeWorker start() {
        task = new FeedbackFileSourceTask(config -> new AvroSerdes(registry), clock, nanos);
        task.initialize(this);
        task.start(settings);
        return this;
    }

    /** Returns what the task hands over next, once there is something. */
    List<SourceRecord> poll() {
        return Awaitility.await().atMost(GENEROUS).until(this::pollOnce, records -> !records.isEmpty());
    }

    /** Returns what the task hands over when it is asked once. */
    List<SourceRecord> pollOnce() throws InterruptedException {
        List<SourceRecord> records = task.poll();
        return records == null ? List.of() : records;
    }

    /** Commits records as one transaction. */
    void commit(List<SourceRecord> records) {
        for (SourceRecord record : records) {
            places.put(record.sourcePartition().toString(), castOffset(record));
            committed.add(record);
            task.commitRecord(record, null);
        }
    }

    @SuppressWarnings("unchecked") // it is what Connect gives back
    private static Map<String, Object> castOffset(SourceRecord record) {
        return (Map<String, Object>) record.sourceOffset();
    }

    /** Polls and commits until something holds of all that was committed. */
    void run(Predicate<List<SourceRecord>> until) {
        Awaitility.await().atMost(GENEROUS).pollDelay(Duration.ZERO).until(() -> {
            commit(pollOnce());
            return until.test(committed);
        });
    }

    /** Polls and commits until a file was committed to its end. */
    FakeWorker runToEnd() {
        run(records -> !records.isEmpty()
                && Boolean.TRUE.equals(
                        records.get(records.size() - 1).sourceOffset().get("end")));
        return this;
    }

    /** Takes over the places that another keeps. */
    void knowAs(FakeWorker other) {
        places.putAll(other.places);
    }

    List<SourceRecord> committed() {
        return committed;
    }

    /** Returns how often the task has asked for a place. */
    int asked() {
        return asked;
    }

    void stop() {
        task.stop();
    }

    @Override
    public Map<String, String> configs() {
        return settings;
    }

    @Override
    public OffsetStorageReader offsetStorageReader() {
        return this;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException();
    }

    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
        asked++;
        return places.get(partition.toString());
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
        partitions.forEach(partition -> found.put(partition, offset(partition)));
        return found;
    }
}

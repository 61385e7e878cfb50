package heed.app.erase;

import heed.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Has the brokers compact the comments' topic as soon as they can, for as long as it is open. */
public final class CompactionNow implements AutoCloseable {

    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, Topics.COMMENTS.name());
    private static final Map<String, String> HASTE = Map.of(
            TopicConfig.SEGMENT_MS_CONFIG, "1",
            TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, "1",
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0",
            TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "0");

    private final Admin admin;

    private CompactionNow(Admin admin) {
        this.admin = admin;
    }

    /** Begins; the brokers follow within a second or so. */
    public static CompactionNow begin(Admin admin) throws ExecutionException, InterruptedException {
        List<AlterConfigOp> changes = new ArrayList<>();
        HASTE.forEach(
                (key, value) -> changes.add(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
        admin.incrementalAlterConfigs(Map.of(TOPIC, changes)).all().get();
        return new CompactionNow(admin);
    }

    /** Has the topic as it is declared again. */
    @Override
    public void close() {
        List<AlterConfigOp> changes = new ArrayList<>();
        HASTE.keySet().forEach(key -> {
            String declared = Topics.COMMENTS.config().get(key);
            changes.add(new AlterConfigOp(
                    new ConfigEntry(key, declared),
                    declared == null ? AlterConfigOp.OpType.DELETE : AlterConfigOp.OpType.SET));
        });
        try {
            admin.incrementalAlterConfigs(Map.of(TOPIC, changes)).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    TOPIC.name() + " is still compacted at once, and could not be set back: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage() + ". `heed topics --check` says how.",
                    e);
        }
    }
}

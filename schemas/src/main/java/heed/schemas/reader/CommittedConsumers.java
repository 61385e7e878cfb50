package heed.schemas.reader;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Makes consumers that see committed records only, are in no group, commit nothing back and make no topic by asking for
 * it.
 */
public final class CommittedConsumers {

    private CommittedConsumers() {}

    /** Returns a maker of consumers that connect as {@code connection} says (bootstrap servers, security, timeouts). */
    public static Supplier<Consumer<String, byte[]>> of(Map<String, ?> connection) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        Map<String, Object> fixed = Map.copyOf(config);
        return () -> new KafkaConsumer<>(fixed, new StringDeserializer(), new ByteArrayDeserializer());
    }
}

package heed.connectors;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Makes the settings of producers whose callers wait: acknowledged by every in-sync replica, in order, in bounded time.
 */
final class ProducerSettings {

    private ProducerSettings() {}

    /**
     * Returns the settings.
     *
     * @param client bootstrap servers and security settings; what is promised here cannot be overridden by them
     * @param deliveryTimeout from {@code send} to the acknowledgement, retries included
     * @param longestBlock that {@code send} may wait for the topic's metadata
     */
    static Map<String, Object> of(Map<String, ?> client, Duration deliveryTimeout, Duration longestBlock) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(deliveryTimeout.toMillis()));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(deliveryTimeout.toMillis() / 2));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, longestBlock.toMillis());
        return settings;
    }
}

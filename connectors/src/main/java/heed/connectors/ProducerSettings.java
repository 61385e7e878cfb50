package heed.connectors;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Makes the settings of producers whose callers wait: acknowledged by every in-sync replica, in order, in bounded time.
 * One request at a time: none is on its way that would outlive the failure of an earlier one.
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
        // A broker takes any number as the first of a producer that it does not know: were the first request refused
        // while
        // its leader changes, and the second taken, it would refuse the first until the producer gives up.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(deliveryTimeout.toMillis()));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(deliveryTimeout.toMillis() / 2));
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, longestBlock.toMillis());
        return settings;
    }
}

package heed.app.server.topics;

import heed.app.settings.Settings;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Says how a topic must be configured: as it is declared, and comments are kept as long as the settings say.
 *
 * @param commentRetention how long comments are kept
 */
record WantedConfig(Duration commentRetention) {

    static WantedConfig of(Settings settings) {
        return new WantedConfig(settings.comments().retention());
    }

    /** Returns the configuration of a topic by Kafka's names. */
    Map<String, String> of(Topic<?> topic) {
        if (!topic.name().equals(Topics.COMMENTS.name())) {
            return topic.config();
        }
        Map<String, String> config = new HashMap<>(topic.config());
        config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(commentRetention.toMillis()));
        return Map.copyOf(config);
    }
}

package heed.app.server.topics;

import heed.app.settings.Settings;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Says how a topic must be configured: as it is declared, and comments are kept as long as the settings say. Labels of
 * a week are kept until the last of its comments is not, so the brokers leave them for twice as long.
 *
 * @param commentRetention how long comments are kept
 */
record WantedConfig(Duration commentRetention) {

    /** The topics that what the settings say of comments goes for. */
    static final List<Topic<?>> FOLLOW = List.of(Topics.COMMENTS, Topics.LABELS);

    static WantedConfig of(Settings settings) {
        return new WantedConfig(settings.comments().retention());
    }

    /** Returns the configuration of a topic by Kafka's names. */
    Map<String, String> of(Topic<?> topic) {
        if (!FOLLOW.contains(topic)) {
            return topic.config();
        }
        long times = topic.equals(Topics.LABELS) ? 2 : 1;
        Map<String, String> config = new HashMap<>(topic.config());
        config.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(times * commentRetention.toMillis()));
        return Map.copyOf(config);
    }
}

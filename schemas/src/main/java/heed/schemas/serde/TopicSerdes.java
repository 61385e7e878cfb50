package heed.schemas.serde;

import heed.schemas.topic.Topic;
import org.apache.kafka.common.serialization.Serde;

/** Makes the serde of a topic's values. */
public interface TopicSerdes {

    /**
     * Returns a serde for the values of {@code topic}. It may be shared by threads, and needs no {@code configure}.
     * Null is written and read as null. Bytes that cannot be read are refused with a Kafka
     * {@code SerializationException}.
     */
    <T> Serde<T> of(Topic<T> topic);
}

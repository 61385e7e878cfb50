package heed.bench.streams;

import heed.bench.entrant.EntrantTopics;
import heed.schemas.topic.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/** Copies the input to a topic, exactly once: what Kafka Streams costs where nothing is done. */
public final class PassThrough {

    private PassThrough() {}

    /** Returns the topology. */
    public static Topology topology() {
        return new Topology()
                .addSource(
                        "through-source",
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        Topics.FEEDBACK.name())
                .addSink(
                        "through-sink",
                        EntrantTopics.THROUGH,
                        new ByteArraySerializer(),
                        new ByteArraySerializer(),
                        "through-source");
    }
}

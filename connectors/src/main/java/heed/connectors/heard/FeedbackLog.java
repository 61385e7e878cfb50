package heed.connectors.heard;

import heed.schemas.Feedback;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** What the feedback topic has. */
@FunctionalInterface
public interface FeedbackLog {

    /** Hands over every committed record that is there since the last call; at the first call all of them. */
    void readOn(Consumer<ConsumerRecord<String, byte[]>> each);

    /**
     * Hands over what is there of {@code hospitals} since the last call, with its record. What can't be read is passed
     * over: the pipeline will reject it.
     */
    default void readOn(
            Set<String> hospitals,
            Deserializer<Feedback> values,
            BiConsumer<ConsumerRecord<String, byte[]>, Feedback> each) {
        readOn(record -> {
            if (record.key() == null || !hospitals.contains(record.key())) {
                return;
            }
            @Nullable Feedback feedback;
            try {
                feedback = values.deserialize(record.topic(), record.headers(), record.value());
            } catch (SerializationException e) {
                return;
            }
            if (feedback != null) {
                each.accept(record, feedback);
            }
        });
    }
}

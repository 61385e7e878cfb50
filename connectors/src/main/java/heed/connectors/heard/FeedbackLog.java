package heed.connectors.heard;

import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the feedback topic has. */
@FunctionalInterface
public interface FeedbackLog {

    /** Hands over every committed record that is there since the last call; at the first call all of them. */
    void readOn(Consumer<ConsumerRecord<String, byte[]>> each);
}

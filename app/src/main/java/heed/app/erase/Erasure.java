package heed.app.erase;

import heed.connectors.KafkaRowWriter;
import heed.schemas.Comment;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Erases a comment by a tombstone. What was written before it is given to no reader of the newest of each key from then
 * on, and is in the brokers' files until these are compacted.
 */
public final class Erasure {

    private final String feedbackId;
    private final KafkaRowWriter<Comment> writer;
    private final Records records;

    /** All that the topic has, from its beginning, each time that it is asked. */
    @FunctionalInterface
    public interface Records {

        /** Hands over every record that is there, the oldest of each partition first. */
        void readAll(Consumer<ConsumerRecord<String, byte[]>> each);
    }

    /** What is there of a comment. */
    public enum Left {
        /** Nothing with content, in the brokers' files neither. */
        NOTHING,
        /** Readers are given none; the brokers' files have it. */
        BYTES,
        /** Readers are given it. */
        ALL
    }

    /** Takes whose comment is to be erased, what writes to the topic, and what reads it. */
    public Erasure(String feedbackId, KafkaRowWriter<Comment> writer, Records records) {
        this.feedbackId = feedbackId;
        this.writer = writer;
        this.records = records;
    }

    /** Returns what is there. */
    public Left left() {
        var counted = new Counted();
        records.readAll(counted::take);
        if (counted.withContent == 0) {
            return Left.NOTHING;
        }
        return counted.newestHasContent ? Left.ALL : Left.BYTES;
    }

    /**
     * Writes a tombstone, and waits until the brokers have it. One more, where there is one, is what closes the file
     * that the comment stands in once its time is over.
     */
    public void writeTombstone() throws InterruptedException {
        try {
            writer.remove(feedbackId).toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "nothing was erased: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    e);
        }
    }

    /** What the topic has of one key. */
    private final class Counted {
        private long withContent;
        private boolean newestHasContent;

        void take(ConsumerRecord<String, byte[]> each) {
            if (feedbackId.equals(each.key())) {
                newestHasContent = each.value() != null;
                withContent += newestHasContent ? 1 : 0;
            }
        }
    }
}

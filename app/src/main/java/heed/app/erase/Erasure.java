package heed.app.erase;

import heed.schemas.key.CommentKey;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Erases the comments of a response by tombstones: it has one at each hospital that has a response of this id. What was
 * written before it is given to no reader of the newest of each key from then on, and is in the brokers' files until
 * these are compacted.
 */
public final class Erasure {

    private final String feedbackId;
    private final Function<String, CompletionStage<Void>> remove;
    private final Records records;
    private final Set<String> also = new TreeSet<>();
    private final Map<String, Boolean> newestHasContent = new TreeMap<>();
    private long withContent;

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

    /** Takes whose comment is to be erased, what writes the tombstone of a key, and what reads the topic. */
    public Erasure(String feedbackId, Function<String, CompletionStage<Void>> remove, Records records) {
        this.feedbackId = feedbackId;
        this.remove = remove;
        this.records = records;
    }

    /** Has a tombstone written for keys too that the topic may have nothing of any more, for what is known by them. */
    public void also(Collection<String> keys) {
        also.addAll(keys);
    }

    /** Returns what is there. */
    public Left left() {
        newestHasContent.clear();
        withContent = 0;
        records.readAll(this::take);
        if (withContent == 0) {
            return Left.NOTHING;
        }
        return newestHasContent.containsValue(true) ? Left.ALL : Left.BYTES;
    }

    private void take(ConsumerRecord<String, byte[]> each) {
        if (CommentKey.isOf(feedbackId, each.key())) {
            newestHasContent.put(each.key(), each.value() != null);
            withContent += each.value() == null ? 0 : 1;
        }
    }

    /**
     * Writes a tombstone for each key that {@link #left} has found or {@link #also} was told, and waits until the
     * brokers have it. One more, where there is one, is what closes the file that the comment stands in once its time
     * is over.
     */
    public void writeTombstone() throws InterruptedException {
        try {
            Set<String> keys = new TreeSet<>(also);
            keys.addAll(newestHasContent.keySet());
            for (String key : keys) {
                remove.apply(key).toCompletableFuture().get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "writing that it is erased: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    e);
        }
    }
}

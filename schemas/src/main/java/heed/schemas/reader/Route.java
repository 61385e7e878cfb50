package heed.schemas.reader;

import heed.schemas.topic.Topic;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Leads the records of one topic to where they are taken in. A value that is refused with an exception is left out and
 * counted like one that cannot be read.
 *
 * @param put takes a value
 * @param remove takes the key of a tombstone
 */
public record Route<V>(Topic<V> topic, Put<V> put, Consumer<String> remove) {

    /** Takes a value and when it was written, by its record's timestamp. */
    @FunctionalInterface
    public interface Put<V> {

        /** Takes it in. */
        void take(V value, Instant written);
    }

    /** Leads values to what does not ask when they were written. */
    public Route(Topic<V> topic, Consumer<V> put, Consumer<String> remove) {
        this(topic, (value, written) -> put.accept(value), remove);
    }
}

package heed.schemas.reader;

import heed.schemas.topic.Topic;
import java.util.function.Consumer;

/**
 * Leads the records of one topic to where they are taken in. A value that is refused with an exception is left out and
 * counted like one that cannot be read.
 *
 * @param put takes a value
 * @param remove takes the key of a tombstone
 */
public record Route<V>(Topic<V> topic, Consumer<V> put, Consumer<String> remove) {}

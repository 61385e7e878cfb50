package heed.monitoring.readmodel;

import heed.schemas.Topic;
import java.util.function.Consumer;

/**
 * Leads the records of one topic to where they are taken in.
 *
 * @param put takes a value
 * @param remove takes the key of a tombstone
 */
record Route<V>(Topic<V> topic, Consumer<V> put, Consumer<String> remove) {}

package heed.app.audit;

import heed.schemas.topic.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one partition of an output topic other than the scores' and notes, for the newest record of each key,
 * whether it equals what was recounted. One per thread.
 *
 * @param <V> the topic's values
 * @param <R> what a row of the recount is named by
 */
final class TopicComparison<V, R> {

    private final Topic<V> topic;
    private final Deserializer<V> deserializer;
    private final Check<V, R> check;
    private final Findings<R> findings;

    TopicComparison(Topic<V> topic, Deserializer<V> deserializer, Check<V, R> check, Findings<R> findings) {
        this.topic = topic;
        this.deserializer = deserializer;
        this.check = check;
        this.findings = findings;
    }

    /** Knows what was recounted. */
    interface Check<V, R> {

        /** Returns the row that a key names, or null where the recount has none. */
        @Nullable
        R find(String key);

        /** Compares every field that is recounted. */
        void compare(Fields fields, V streamed, R row);

        /** Hears that a row's record was taken back. */
        default void takenBack(R row) {}
    }

    /** Notes one record. */
    void note(ConsumerRecord<byte[], byte[]> record) {
        String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        R row = check.find(key);
        if (record.value() == null) {
            findings.noteTombstone(key, row);
            if (row != null) {
                check.takenBack(row);
            }
        } else if (row == null) {
            findings.noteUnexpected(key);
        } else {
            findings.note(row, fields(key, record.value(), row).differences());
        }
    }

    private Fields fields(String key, byte[] value, R row) {
        Fields fields = new Fields(topic.name() + " " + key);
        try {
            check.compare(fields, deserializer.deserialize(topic.name(), value), row);
        } catch (SerializationException e) {
            fields.differs("value", "unreadable (" + e.getMessage() + ")", "a record of the topic");
        }
        return fields;
    }
}

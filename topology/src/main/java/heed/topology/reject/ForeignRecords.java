package heed.topology.reject;

import heed.schemas.rejected.RejectionReason;
import heed.schemas.serde.UnreadableRecordException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the values of a topic that Heed's own programs write, and refuses what is none of them: only a foreign writer
 * can have put such a record there, and it must not stop the pipeline.
 *
 * @param <V> what the records are
 */
public final class ForeignRecords<V> {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignRecords.class);

    private final String topic;
    private final Deserializer<V> values;
    private final Rejections rejections;
    private final String detail;

    /** Reads records of {@code topic}; {@code detail} says what a refused record is not. */
    public ForeignRecords(String topic, Deserializer<V> values, Rejections rejections, String detail) {
        this.topic = topic;
        this.values = values;
        this.rejections = rejections;
        this.detail = detail;
    }

    /** Returns the record's value; one that can't be read is refused. */
    public Optional<V> read(Record<byte[], byte[]> record) {
        V value;
        try {
            value = values.deserialize(topic, record.value());
        } catch (SerializationException e) {
            reject(
                    record,
                    e instanceof UnreadableRecordException unreadable
                            ? unreadable.reason()
                            : RejectionReason.MALFORMED_AVRO);
            return Optional.empty();
        }
        if (value == null) {
            reject(record, RejectionReason.NULL_VALUE);
        }
        return Optional.ofNullable(value);
    }

    /**
     * Tells whether a row can be of the time that it says: not before 1970, and not after it was written. That time
     * becomes the one of records that the row leads to, and one that brokers refuse would stop the pipeline.
     */
    public static boolean isOfItsTime(Record<?, ?> record, Instant asOf) {
        return asOf.toEpochMilli() >= 0 && asOf.toEpochMilli() <= record.timestamp();
    }

    /** Refuses a record. */
    public void reject(Record<byte[], byte[]> record, RejectionReason reason) {
        LOG.warn("A record was refused step={} reason={}", rejections.step(), reason);
        rejections.reject(record, reason, detail);
    }
}

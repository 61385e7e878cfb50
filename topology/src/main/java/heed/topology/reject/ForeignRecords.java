package heed.topology.reject;

import heed.schemas.rejected.RejectionReason;
import heed.schemas.serde.UnreadableRecordException;
import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the values of a topic that Heed's own programs write, and refuses what is none of them: only a foreign writer can have put such a
 * record there, and it must not stop the pipeline.
 *
 * @param <V> what the records are
 */
public final class ForeignRecords<V> {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignRecords.class);

    private final String step;
    private final String detail;
    private final Deserializer<V> values;
    private final ProcessorContext<? super byte[], ? super byte[]> context;
    private final String rejected;
    private final Rejections rejections;

    /** Reads in the name of {@code step}; {@code detail} says what a refused record is not, {@code rejected} names the node that it goes to. */
    public ForeignRecords(
            String step,
            String detail,
            Deserializer<V> values,
            ProcessorContext<? super byte[], ? super byte[]> context,
            String rejected) {
        this.step = step;
        this.detail = detail;
        this.values = values;
        this.context = context;
        this.rejected = rejected;
        this.rejections = new Rejections(step, context);
    }

    /** Returns the record's value; one that can't be read is refused. */
    public Optional<V> read(Record<byte[], byte[]> record) {
        V value;
        try {
            value = values.deserialize(context.recordMetadata().orElseThrow().topic(), record.value());
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

    /** Sends a record to the rejected ones. */
    public void reject(Record<byte[], byte[]> record, RejectionReason reason) {
        LOG.warn("A record was refused step={} reason={}", step, reason);
        context.forward(rejections.of(record, reason, detail), rejected);
    }
}

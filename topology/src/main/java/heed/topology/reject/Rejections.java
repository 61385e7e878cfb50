package heed.topology.reject;

import heed.schemas.rejected.RejectedHeaders;
import heed.schemas.rejected.RejectionReason;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Makes the records of the rejected topic: key and value as received, the reason and the source in headers. */
public final class Rejections {

    private final String step;
    private final ProcessingContext context;

    /** Rejects in the name of {@code step}; {@code context} tells where a record came from. */
    public Rejections(String step, ProcessingContext context) {
        this.step = step;
        this.context = context;
    }

    /**
     * Returns the rejected record. {@code detail} says where in the record the fault lies, never what was written there.
     * The timestamp is the arrival time, which the broker has accepted once: one that it refuses would stop everything.
     */
    public Record<byte[], byte[]> of(Record<byte[], byte[]> received, RejectionReason reason, String detail) {
        Headers headers = new RecordHeaders();
        add(headers, RejectedHeaders.REASON, reason.code());
        add(headers, RejectedHeaders.STEP, step);
        RecordMetadata source = context.recordMetadata().orElseThrow();
        add(headers, RejectedHeaders.SOURCE_TOPIC, source.topic());
        add(headers, RejectedHeaders.SOURCE_PARTITION, Integer.toString(source.partition()));
        add(headers, RejectedHeaders.SOURCE_OFFSET, Long.toString(source.offset()));
        add(headers, RejectedHeaders.SOURCE_TIMESTAMP, Long.toString(received.timestamp()));
        add(headers, RejectedHeaders.DETAIL, detail);
        return new Record<>(received.key(), received.value(), received.timestamp(), headers);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

package heed.topology.reject;

import heed.schemas.rejected.RejectedHeaders;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.topic.Topics;
import heed.topology.step.Outlet;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Refuses records: they go to the rejected topic, key and value as received, with the reason and the source in headers.
 */
public final class Rejections {

    /** The way to the rejected topic of the steps that work on responses. */
    public static final Outlet<byte[], byte[]> OUTLET = Outlet.asReceived("rejected-sink", Topics.REJECTED);

    /** Of key and value together: with the headers less than a producer sends, or one record would stop everything. */
    private static final int MOST_KEPT_BYTES = 900_000;

    private final String step;
    private final Outlet<byte[], byte[]> outlet;
    private final ProcessorContext<? super byte[], ? super byte[]> context;

    /** Refuses in the name of {@code step} through {@link #OUTLET}; {@code context} tells where a record came from. */
    public Rejections(String step, ProcessorContext<? super byte[], ? super byte[]> context) {
        this(step, context, OUTLET);
    }

    /** Refuses in the name of {@code step} through another outlet. */
    public Rejections(
            String step, ProcessorContext<? super byte[], ? super byte[]> context, Outlet<byte[], byte[]> outlet) {
        this.step = step;
        this.context = context;
        this.outlet = outlet;
    }

    /**
     * Refuses a record. {@code detail} says where in the record the fault lies, never what was written there. The
     * timestamp is the arrival time, which the broker has accepted once: one that it refuses would stop everything.
     */
    public void reject(Record<byte[], byte[]> received, RejectionReason reason, String detail) {
        Headers headers = new RecordHeaders();
        add(headers, RejectedHeaders.REASON, reason.code());
        add(headers, RejectedHeaders.STEP, step);
        RecordMetadata source = context.recordMetadata().orElseThrow();
        add(headers, RejectedHeaders.SOURCE_TOPIC, source.topic());
        add(headers, RejectedHeaders.SOURCE_PARTITION, Integer.toString(source.partition()));
        add(headers, RejectedHeaders.SOURCE_OFFSET, Long.toString(source.offset()));
        add(headers, RejectedHeaders.SOURCE_TIMESTAMP, Long.toString(received.timestamp()));
        boolean kept = length(received.key()) + length(received.value()) <= MOST_KEPT_BYTES;
        add(headers, RejectedHeaders.DETAIL, kept ? detail : detail + "; too large to be kept here");
        outlet.send(
                context,
                new Record<>(
                        kept ? received.key() : null, kept ? received.value() : null, received.timestamp(), headers));
    }

    private static int length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    String step() {
        return step;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

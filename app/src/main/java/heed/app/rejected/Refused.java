package heed.app.rejected;

import heed.schemas.rejected.RejectedHeaders;
import heed.schemas.rejected.RejectionReason;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A refused record.
 *
 * @param id partition and offset on the rejected topic, {@code 2-118}
 * @param reason wire code; empty where whoever wrote the record said none, and likewise the other words
 * @param source topic, partition and offset that it came from, {@code heed.feedback.v1-0-77}
 * @param at when it was refused
 * @param key as received; null where there was none
 * @param value as received; null where there was none, or too much to keep
 */
public record Refused(
        String id,
        String reason,
        String step,
        String detail,
        String topic,
        String source,
        Instant at,
        @Nullable String key,
        @Nullable Bytes value) {

    static Refused of(ConsumerRecord<String, byte[]> record) {
        String topic = header(record, RejectedHeaders.SOURCE_TOPIC);
        return new Refused(
                record.partition() + "-" + record.offset(),
                header(record, RejectedHeaders.REASON),
                header(record, RejectedHeaders.STEP),
                header(record, RejectedHeaders.DETAIL),
                topic,
                topic + "-" + header(record, RejectedHeaders.SOURCE_PARTITION) + "-"
                        + header(record, RejectedHeaders.SOURCE_OFFSET),
                Instant.ofEpochMilli(record.timestamp()),
                record.key(),
                Bytes.wrap(record.value()));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Returns what the reason means; nothing where a newer release wrote it. */
    public String meaning() {
        return RejectionReason.ofCode(reason).map(RejectionReason::description).orElse("");
    }

    /** Returns how many bytes there are of it. */
    public int size() {
        return value == null ? 0 : value.get().length;
    }
}

package heed.app.tail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.schemas.rejected.RejectedHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Writes a rejected record: why, at which step, where it came from, and its original bytes in base64. */
final class RejectedJson {

    private RejectedJson() {}

    static ObjectNode of(ConsumerRecord<String, byte[]> rejected) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("reason", header(rejected, RejectedHeaders.REASON));
        json.put("detail", header(rejected, RejectedHeaders.DETAIL));
        json.put("step", header(rejected, RejectedHeaders.STEP));
        ObjectNode source = json.putObject("source");
        source.put("topic", header(rejected, RejectedHeaders.SOURCE_TOPIC));
        source.put("partition", number(header(rejected, RejectedHeaders.SOURCE_PARTITION)));
        source.put("offset", number(header(rejected, RejectedHeaders.SOURCE_OFFSET)));
        Long timestamp = number(header(rejected, RejectedHeaders.SOURCE_TIMESTAMP));
        source.put(
                "timestamp",
                timestamp == null ? null : Instant.ofEpochMilli(timestamp).toString());
        json.put("rejected_at", Instant.ofEpochMilli(rejected.timestamp()).toString());
        json.put("key", rejected.key());
        json.put("size", rejected.value() == null ? 0 : rejected.value().length);
        json.put("value", rejected.value() == null ? null : Base64.getEncoder().encodeToString(rejected.value()));
        return json;
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> rejected, String name) {
        Header header = rejected.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static @Nullable Long number(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

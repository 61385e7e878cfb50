package heed.app.tail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.schemas.key.KeyText;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Turns a record of a topic into its line. */
final class TailLine {

    /** What somebody could be checked by: of no use on a screen, and of some to whoever looks over a shoulder. */
    private static final Map<Topic<?>, String> UNSHOWN =
            Map.of(Topics.ACCOUNTS, "password", Topics.SESSIONS, "session_id", Topics.KEYS, "key_id");

    private static final Set<Topic<?>> KEYED_BY_DIGEST = Set.of(Topics.SESSIONS, Topics.KEYS);

    private final Topic<?> topic;
    /** Null for rejected records, whose bytes are shown as they are. */
    private final @Nullable Deserializer<?> values;

    private final Optional<String> hospital;
    private final TailFormat format;
    private final TailCsv csv;

    TailLine(Topic<?> topic, TopicSerdes serdes, Optional<String> hospital, TailFormat format) {
        this.topic = topic;
        this.format = format;
        this.csv = TailCsv.of(topic, UNSHOWN.getOrDefault(topic, ""));
        this.values = topic.equals(Topics.REJECTED) ? null : serdes.of(topic).deserializer();
        this.hospital = hospital;
    }

    /** Returns the line before the first; nothing where there is none. */
    Optional<String> header() {
        return format == TailFormat.CSV ? Optional.of(csv.header()) : Optional.empty();
    }

    /**
     * Returns the line, or nothing where another hospital was asked for.
     *
     * <p>A record that can't be decoded has a line too, which says so: anything can be on a topic that others write to.
     */
    Optional<String> of(ConsumerRecord<String, byte[]> record) {
        ObjectNode json;
        if (values == null) {
            json = RejectedJson.of(record);
        } else if (record.value() == null) {
            json = JsonNodeFactory.instance.objectNode();
            showKey(json, record);
            json.put("deleted", true);
        } else {
            json = decoded(values, record);
        }
        if (!isAskedFor(record, json)) {
            return Optional.empty();
        }
        return Optional.of(format == TailFormat.CSV ? csv.line(json) : json.toString());
    }

    private ObjectNode decoded(Deserializer<?> values, ConsumerRecord<String, byte[]> record) {
        try {
            ObjectNode json = RecordJson.of((SpecificRecord) values.deserialize(topic.name(), record.value()));
            json.remove(UNSHOWN.getOrDefault(topic, ""));
            return json;
        } catch (SerializationException e) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("unreadable", e.getMessage());
            json.put("partition", record.partition());
            json.put("offset", record.offset());
            showKey(json, record);
            json.put("size", record.value().length);
            return json;
        }
    }

    private void showKey(ObjectNode json, ConsumerRecord<String, byte[]> record) {
        if (!KEYED_BY_DIGEST.contains(topic)) {
            json.put("key", record.key());
        }
    }

    private boolean isAskedFor(ConsumerRecord<String, byte[]> record, ObjectNode json) {
        if (hospital.isEmpty()) {
            return true;
        }
        if (json.path("hospital").isTextual()) {
            return json.path("hospital").textValue().equals(hospital.get());
        }
        return record.key() != null && KeyText.parts(record.key()).contains(hospital.get());
    }
}

package heed.schemas.serde;

import heed.schemas.Feedback;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes serdes of Confluent's own classes, for {@code serdes: confluent}.
 *
 * <p>They are found by name at run time: they are not on Maven Central, so nothing here is compiled against them. They
 * need Avro's global list of trusted classes, to which ours are added; Avro gives no narrower way in.
 */
public final class ConfluentSerdes implements TopicSerdes {

    private static final String SERIALIZER = "io.confluent.kafka.serializers.KafkaAvroSerializer";
    private static final String DESERIALIZER = "io.confluent.kafka.serializers.KafkaAvroDeserializer";
    private static final Map<String, String> SETTINGS =
            Map.of("specific.avro.reader", "true", "avro.reflection.allow.null", "false");

    private final Map<String, Object> settings;
    private final ConfluentFailures failures;

    /**
     * Creates the factory.
     *
     * @param registryUrl the registry's URL, as Confluent's {@code schema.registry.url} takes it
     * @param others further settings of Confluent's serializers, which win over ours
     * @throws IllegalStateException where Confluent's classes are absent
     */
    public ConfluentSerdes(String registryUrl, Map<String, ?> others) {
        settings = new HashMap<>(SETTINGS);
        settings.put("schema.registry.url", registryUrl);
        settings.putAll(others);
        failures = new ConfluentFailures(registryUrl);
        find(SERIALIZER);
        find(DESERIALIZER);
        trustOurRecords();
    }

    @Override
    @SuppressWarnings("unchecked") // T is what the topic's class says
    public <T> Serde<T> of(Topic<T> topic) {
        if (topic.value() == byte[].class) {
            return (Serde<T>) Serdes.ByteArray();
        }
        Serializer<Object> serializer = (Serializer<Object>) create(SERIALIZER);
        Deserializer<Object> deserializer = (Deserializer<Object>) create(DESERIALIZER);
        serializer.configure(settings, false);
        deserializer.configure(settings, false);
        return Serdes.serdeFrom(
                new Writing<>(topic.name(), serializer),
                new Reading<>(topic.name(), topic.value(), deserializer, failures));
    }

    /** Adds our records to those that Avro trusts anywhere in this process. */
    static void trustOurRecords() {
        var trusted = ClassSecurityValidator.getGlobal();
        if (!trusted.isTrusted(Feedback.class)) {
            ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(trusted, TrustedRecords::contains));
        }
    }

    private static Object create(String name) {
        try {
            return find(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " on the class path cannot be created; expected is 7.9.5", e);
        }
    }

    private static Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "serdes: confluent needs " + name + ", which is not on the class path; build with the Maven profile"
                            + " 'confluent', add io.confluent:kafka-avro-serializer yourself, or set serdes: heed",
                    e);
        }
    }

    // The declared topic's name stands for whichever topic Kafka Streams names: changelogs need no subject of their
    // own.
    private record Writing<T>(String topic, Serializer<Object> genuine) implements Serializer<T> {

        @Override
        public byte[] serialize(String ignored, T value) {
            return genuine.serialize(topic, value);
        }

        @Override
        public void close() {
            genuine.close();
        }
    }

    private record Reading<T>(String topic, Class<T> type, Deserializer<Object> genuine, ConfluentFailures failures)
            implements Deserializer<T> {

        @Override
        public T deserialize(String ignored, byte[] bytes) {
            Object read;
            try {
                read = genuine.deserialize(topic, bytes);
            } catch (KafkaException e) {
                throw failures.inOurTerms(e);
            }
            if (read != null && !type.isInstance(read)) {
                throw new UnreadableRecordException(
                        RejectionReason.WRONG_TYPE,
                        "a value is a " + read.getClass().getName() + ", not a " + type.getName());
            }
            return type.cast(read);
        }

        @Override
        public void close() {
            genuine.close();
        }
    }
}

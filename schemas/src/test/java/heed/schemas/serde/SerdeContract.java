package heed.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Feedback;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds serdes to Confluent's genuine ones: the same bytes, and each reads what the other wrote.
 *
 * <p>A subclass says which serdes and which registry. Over a real registry it becomes an integration test.
 */
public abstract class SerdeContract {

    private static final int RECORDS = 200;

    private Serializer<Object> genuineSerializer;
    private Deserializer<Object> genuineReader;
    private Deserializer<Object> genuineGenericReader;

    /** Returns the serdes under test. */
    protected abstract TopicSerdes serdes();

    /** Returns our view of the registry at {@link #registryUrl()}. */
    protected abstract SchemaRegistry registry();

    /** Returns the registry's URL as genuine serializers take it. */
    protected abstract String registryUrl();

    @BeforeEach
    void configureTheGenuineOnes() {
        ConfluentSerdes.trustOurRecords();
        genuineSerializer = new KafkaAvroSerializer();
        genuineSerializer.configure(Map.of("schema.registry.url", registryUrl()), false);
        genuineReader = new KafkaAvroDeserializer();
        genuineReader.configure(Map.of("schema.registry.url", registryUrl(), "specific.avro.reader", "true"), false);
        genuineGenericReader = new KafkaAvroDeserializer();
        genuineGenericReader.configure(Map.of("schema.registry.url", registryUrl()), false);
    }

    static Stream<Topic<?>> avroTopics() {
        return Topics.all().stream().filter(topic -> topic.value() != byte[].class);
    }

    @ParameterizedTest
    @MethodSource("avroTopics")
    <T> void writesTheGenuineSerializersBytes(Topic<T> topic) {
        // Given
        Serde<T> serde = serdes().of(topic);
        // When // Then
        LongStream.range(0, RECORDS).mapToObj(seed -> AnyRecord.of(topic, seed)).forEach(made -> assertThat(
                        serde.serializer().serialize(topic.name(), made))
                .isEqualTo(genuineSerializer.serialize(topic.name(), made)));
    }

    @ParameterizedTest
    @MethodSource("avroTopics")
    <T> void isReadByTheGenuineDeserializer(Topic<T> topic) {
        // Given
        Serde<T> serde = serdes().of(topic);
        // When // Then
        LongStream.range(0, RECORDS).mapToObj(seed -> AnyRecord.of(topic, seed)).forEach(made -> assertThat(
                        genuineReader.deserialize(
                                topic.name(), serde.serializer().serialize(topic.name(), made)))
                .isEqualTo(made));
    }

    @ParameterizedTest
    @MethodSource("avroTopics")
    <T> void isReadByTheGenuineDeserializerWithoutOurClasses(Topic<T> topic) {
        // Given
        Serde<T> serde = serdes().of(topic);
        LongStream.range(0, RECORDS).mapToObj(seed -> AnyRecord.of(topic, seed)).forEach(made -> {
            // When
            byte[] bytes = serde.serializer().serialize(topic.name(), made);
            GenericRecord generic = (GenericRecord) genuineGenericReader.deserialize(topic.name(), bytes);
            // Then
            assertThat(generic).isNotInstanceOf(SpecificRecord.class);
            assertThat(framed(WireFormat.schemaId(bytes), generic)).isEqualTo(bytes);
        });
    }

    @ParameterizedTest
    @MethodSource("avroTopics")
    <T> void readsWhatTheGenuineSerializerWrote(Topic<T> topic) {
        // Given
        Serde<T> serde = serdes().of(topic);
        // When // Then
        LongStream.range(0, RECORDS).mapToObj(seed -> AnyRecord.of(topic, seed)).forEach(made -> assertThat(
                        serde.deserializer().deserialize(topic.name(), genuineSerializer.serialize(topic.name(), made)))
                .isEqualTo(made));
    }

    @Test
    void readsAnOlderWriterThatLacksAField() {
        // Given
        GenericRecord older = TestSchemas.feedback(TestSchemas.older());
        byte[] bytes = genuineSerializer.serialize(Topics.FEEDBACK.name(), older);
        // When
        Feedback read = serdes().of(Topics.FEEDBACK).deserializer().deserialize(Topics.FEEDBACK.name(), bytes);
        // Then
        assertThat(read).isEqualTo(TestSchemas.expected());
        assertThat(read).isEqualTo(genuineReader.deserialize(Topics.FEEDBACK.name(), bytes));
    }

    @Test
    void readsANewerWriterThatAddedAField() {
        // Given
        GenericRecord newer = TestSchemas.feedback(TestSchemas.newer());
        newer.put("weather", "rain");
        byte[] bytes = genuineSerializer.serialize(Topics.FEEDBACK.name(), newer);
        // When
        Feedback read = serdes().of(Topics.FEEDBACK).deserializer().deserialize(Topics.FEEDBACK.name(), bytes);
        // Then
        assertThat(read).isEqualTo(TestSchemas.expected());
        assertThat(read).isEqualTo(genuineReader.deserialize(Topics.FEEDBACK.name(), bytes));
    }

    @Test
    void registersUnderTheTopicsSubjectWhateverTopicIsNamed() throws Exception {
        // Given
        Feedback made = AnyRecord.of(Topics.FEEDBACK, 1);
        // When
        byte[] bytes = serdes().of(Topics.FEEDBACK).serializer().serialize("app-admit-repartition", made);
        // Then
        assertThat(registry().byId(WireFormat.schemaId(bytes)).getFullName()).isEqualTo("heed.schemas.Feedback");
        try (var genuine = SchemaRegistryClientFactory.newClient(
                registryUrl(), 10, List.of(new AvroSchemaProvider()), Map.of(), Map.of())) {
            assertThat(genuine.getAllSubjects())
                    .contains("heed.feedback.v1-value")
                    .doesNotContain("app-admit-repartition-value");
        }
    }

    @Test
    void keepsTombstones() {
        // Given
        var serde = serdes().of(Topics.SCORES);
        // When // Then
        assertThat(serde.serializer().serialize(Topics.SCORES.name(), null)).isNull();
        assertThat(serde.deserializer().deserialize(Topics.SCORES.name(), null)).isNull();
    }

    @Test
    void refusesBytesThatAreNoRecord() {
        // Given
        var reader = serdes().of(Topics.FEEDBACK).deserializer();
        byte[] unknownSchema =
                ByteBuffer.allocate(9).put((byte) 0).putInt(2_000_000_000).array();
        // When // Then
        assertThatThrownBy(() -> reader.deserialize(Topics.FEEDBACK.name(), new byte[] {1, 0, 0, 0, 1, 0}))
                .isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> reader.deserialize(Topics.FEEDBACK.name(), unknownSchema))
                .isInstanceOf(SerializationException.class);
    }

    private static byte[] framed(int id, GenericRecord generic) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(ByteBuffer.allocate(WireFormat.HEADER_LENGTH)
                    .put(WireFormat.MAGIC)
                    .putInt(id)
                    .array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<GenericRecord>(generic.getSchema()).write(generic, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

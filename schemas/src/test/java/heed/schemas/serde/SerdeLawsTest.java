package heed.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.topic.Topic;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

class SerdeLawsTest {

    private final Serializer<Object> genuine = new KafkaAvroSerializer();
    private final TopicSerdes serdes = new AvroSerdes(GenuineRegistry.mock("laws"));

    SerdeLawsTest() {
        ConfluentSerdes.trustOurRecords();
        genuine.configure(Map.of("schema.registry.url", "mock://laws"), false);
    }

    @Property
    <T> void everyRecordHasTheGenuineBytesAndComesBack(@ForAll("topics") Topic<T> topic, @ForAll long seed) {
        // Given
        Serde<T> serde = serdes.of(topic);
        T made = AnyRecord.of(topic, seed);
        // When
        byte[] bytes = serde.serializer().serialize(topic.name(), made);
        // Then
        assertThat(bytes).isEqualTo(genuine.serialize(topic.name(), made));
        assertThat(serde.deserializer().deserialize(topic.name(), bytes)).isEqualTo(made);
    }

    @Property
    <T> void damagedBytesAreReadOrRefusedButNeverAnythingElse(
            @ForAll("topics") Topic<T> topic, @ForAll long seed, @ForAll int place, @ForAll byte damage) {
        // Given
        Serde<T> serde = new AvroSerdes(new MemorySchemaRegistry()).of(topic);
        byte[] bytes = serde.serializer().serialize(topic.name(), AnyRecord.of(topic, seed));
        bytes[Math.floorMod(place, bytes.length)] = damage;
        try {
            // When
            T read = serde.deserializer().deserialize(topic.name(), bytes);
            // Then
            assertThat(read).isNotNull();
        } catch (SerializationException refusal) {
            assertThat(refusal).isInstanceOf(UnreadableRecordException.class);
        }
    }

    @Provide
    Arbitrary<Topic<?>> topics() {
        return Arbitraries.of(SerdeContract.avroTopics().toList());
    }
}

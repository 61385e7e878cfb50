package heed.app.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.SchemaRefusedException;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.topic.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class RestoredRecordsTest {

    private static final Schema TEXT = Schema.create(Schema.Type.STRING);
    private static final Schema NUMBER = Schema.create(Schema.Type.LONG);

    private final Subjects registry = new Subjects();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final RestoredRecords restored = new RestoredRecords(registry, producer, sent -> {});

    @Test
    void namesEachSchemaByTheIdThatItHasNow() {
        // Given
        registry.register("other-value", NUMBER);
        restored.schema(77, Topics.FEEDBACK, TEXT);

        // When
        restored.record(kept(framed(77)));
        Map<String, Long> counts = restored.finish();

        // Then
        assertThat(sent().value()).isEqualTo(framed(2));
        assertThat(counts).containsExactly(Map.entry("heed.feedback.v1", 1L));
    }

    @Test
    void givesASchemaThatItsTopicRefusesASubjectOfItsOwn() {
        // Given
        registry.refused = NUMBER;

        // When
        restored.schema(5, Topics.FEEDBACK, NUMBER);
        restored.record(kept(framed(5)));

        // Then
        assertThat(registry.subjects).singleElement().asString().startsWith("heed.feedback.v1-restored-");
        assertThat(sent().value()).isEqualTo(framed(1));
    }

    @Test
    void letsARecordOfASchemaThatNobodyKnewMeanNothing() {
        // Given
        restored.schema(9, Topics.FEEDBACK, TEXT);

        // When
        restored.record(kept(framed(1)));

        // Then
        assertThat(sent().value()).isEqualTo(framed(0));
    }

    @Test
    void bringsARecordWithoutATimeBackWithTheTimeThatThePipelineReadsOfIt() {
        // When
        restored.record(new KeptRecord(Topics.FEEDBACK, 3, -1, "H1", new byte[] {9}, List.of()));

        // Then
        assertThat(sent().timestamp()).isZero();
        assertThat(sent().partition()).isEqualTo(3);
        assertThat(sent().value()).containsExactly(9);
    }

    @Test
    void saysThatNotAllIsThereWhereKafkaDidNotTakeARecord() {
        // Given
        var refusing = new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
        var some = new RestoredRecords(registry, refusing, sent -> {});
        some.record(kept(framed(1)));
        refusing.errorNext(new RecordTooLargeException("too large"));

        // When // Then
        assertThatThrownBy(some::finish)
                .isInstanceOf(BackupException.class)
                .hasMessage("Kafka did not take a record (too large). What is there now is not the whole backup: take"
                        + " the topics away, and restore again.");
    }

    private ProducerRecord<String, byte[]> sent() {
        return producer.history().get(0);
    }

    private static KeptRecord kept(byte[] value) {
        return new KeptRecord(Topics.FEEDBACK, 0, 1_000, "H1", value, List.of());
    }

    private static byte[] framed(int id) {
        return ByteBuffer.allocate(6).put((byte) 0).putInt(id).put((byte) 42).array();
    }

    /** A registry whose topics refuse one schema. */
    private static final class Subjects implements SchemaRegistry {

        private final MemorySchemaRegistry all = new MemorySchemaRegistry();
        private final List<String> subjects = new ArrayList<>();
        private Schema refused;

        @Override
        public int register(String subject, Schema schema) {
            if (schema.equals(refused) && subject.endsWith("-value")) {
                throw new SchemaRefusedException("memory", subject, "incompatible");
            }
            subjects.add(subject);
            return all.register(subject, schema);
        }

        @Override
        public Schema byId(int id) {
            return all.byId(id);
        }
    }
}

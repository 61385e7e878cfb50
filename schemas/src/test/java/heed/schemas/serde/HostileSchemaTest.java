package heed.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Feedback;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.util.ClassSecurityValidator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reads what a writer wrote who wants a class of his choice loaded, or the reader's thread lost. */
class HostileSchemaTest {

    private static final AtomicInteger SPRUNG = new AtomicInteger();

    private final SchemaRegistry registry = new MemorySchemaRegistry();
    private final TopicSerdes serdes = new AvroSerdes(registry);
    private final ClassSecurityValidator.ClassSecurityPredicate trusted = ClassSecurityValidator.getGlobal();

    /** Stands for any class with a constructor that does harm. */
    public static final class Trap {

        public Trap(String text) {
            SPRUNG.incrementAndGet();
        }
    }

    @BeforeEach
    void trustEveryClassSoThatOnlyOurOwnTableProtects() {
        ClassSecurityValidator.setGlobal(type -> true);
        SPRUNG.set(0);
    }

    @AfterEach
    void trustAsBefore() {
        ClassSecurityValidator.setGlobal(trusted);
    }

    @Test
    void plainAvroWouldCallAConstructorThatASchemaNames() throws IOException {
        // Given
        GenericRecord trap = (GenericRecord) trapped(hostile()).get("trap");
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(avro(trap), null);
        // When
        new SpecificDatumReader<>(trap.getSchema(), trap.getSchema(), new SpecificData()).read(null, decoder);
        // Then
        assertThat(SPRUNG.get()).isPositive();
    }

    @Test
    void loadsNoClassThatAWritersSchemaNames() throws IOException {
        // Given
        Schema hostile = hostile();
        byte[] bytes = framed(registry.register("heed.feedback.v1-value", hostile), avro(trapped(hostile)));
        // When
        Feedback read = serdes.of(Topics.FEEDBACK).deserializer().deserialize("", bytes);
        // Then
        assertThat(read.getHospital()).isEqualTo("RJ1");
        assertThat(SPRUNG).hasValue(0);
    }

    @Test
    void loadsNoClassEvenWhereTheReadersOwnSchemaNamesIt() throws IOException {
        // Given
        Schema named = Schema.createRecord("Named", "", "x", false, List.of(new Field("text", trapString(), "Doc.")));
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(new byte[] {2, 65}, null);
        // When
        Object read = reader(named).read(null, decoder);
        // Then
        assertThat(read).hasToString("{\"text\": \"A\"}");
        assertThat(SPRUNG).hasValue(0);
    }

    @Test
    void refusesAFieldThatNestsDeeperThanTheStack() throws IOException {
        // Given
        Schema chain = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Chain\",\"fields\":["
                        + "{\"name\":\"next\",\"type\":[\"null\",\"Chain\"]}]}");
        Schema hostile = TestSchemas.with(new Field(
                "chain", Schema.createUnion(Schema.create(Schema.Type.NULL), chain), "Doc.", Field.NULL_DEFAULT_VALUE));
        int id = registry.register("heed.feedback.v1-value", hostile);
        ByteArrayOutputStream deep = new ByteArrayOutputStream();
        deep.write(new byte[] {2, 65, 2});
        for (int i = 0; i < 1_000_000; i++) {
            deep.write(2);
        }
        // When // Then
        assertThatThrownBy(
                        () -> serdes.of(Topics.FEEDBACK).deserializer().deserialize("", framed(id, deep.toByteArray())))
                .isInstanceOfSatisfying(UnreadableRecordException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(RejectionReason.MALFORMED_AVRO));
    }

    @Test
    @Timeout(10)
    void refusesAListOfNothingsThatWouldTakeForEverToSkip() {
        // Given
        Schema nothings = Schema.createArray(Schema.create(Schema.Type.NULL));
        Schema hostile = TestSchemas.with(new Field("nothings", nothings, "Doc.", List.of()));
        int id = registry.register("heed.feedback.v1-value", hostile);
        ByteBuffer bytes = ByteBuffer.allocate(16).put(new byte[] {2, 65, 2});
        bytes.put(new byte[] {(byte) 0xfe, -1, -1, -1, -1, -1, -1, -1, -1, 1});
        // When // Then
        assertThatThrownBy(() -> serdes.of(Topics.FEEDBACK).deserializer().deserialize("", framed(id, bytes.array())))
                .isInstanceOf(UnreadableRecordException.class);
    }

    @SuppressWarnings("unchecked") // Avro's factory is not generic
    private static DatumReader<Object> reader(Schema schema) {
        return new TrustedRecords().createDatumReader(schema);
    }

    private static Schema trapString() {
        Schema text = Schema.create(Schema.Type.STRING);
        text.addProp(SpecificData.CLASS_PROP, Trap.class.getName());
        return text;
    }

    private static Schema hostile() {
        Schema map = Schema.createMap(Schema.create(Schema.Type.INT));
        map.addProp(SpecificData.KEY_CLASS_PROP, Trap.class.getName());
        Schema trap = Schema.createRecord(
                "Trapped",
                "",
                "heed.schemas.serde",
                false,
                List.of(new Field("text", trapString(), "Doc.", "x"), new Field("map", map, "Doc.", Map.of())));
        return TestSchemas.with(new Field("trap", trap, "Doc.", Map.of("text", "x", "map", Map.of())));
    }

    private static GenericRecord trapped(Schema hostile) {
        GenericRecord trap = new GenericData.Record(hostile.getField("trap").schema());
        trap.put("text", "boom");
        trap.put("map", Map.of("boom", 1));
        GenericRecord feedback = TestSchemas.feedback(hostile);
        feedback.put("trap", trap);
        return feedback;
    }

    private static byte[] avro(GenericRecord made) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(made.getSchema()).write(made, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    private static byte[] framed(int id, byte[] avro) {
        return ByteBuffer.allocate(WireFormat.HEADER_LENGTH + avro.length)
                .put(WireFormat.MAGIC)
                .putInt(id)
                .put(avro)
                .array();
    }
}

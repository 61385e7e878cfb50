package heed.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.schemas.Audience;
import heed.schemas.Comment;
import heed.schemas.Feedback;
import heed.schemas.Rated;
import heed.schemas.Score;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.registry.RegistryUnavailableException;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.topic.Topics;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {

    private final SchemaRegistry registry = new MemorySchemaRegistry();
    private final Serde<Feedback> serde = new AvroSerdes(registry).of(Topics.FEEDBACK);
    private final Deserializer<Feedback> reader = serde.deserializer();

    @Test
    void saysNotTheWireFormatOfAWrongMagicByteAndOfTooFewBytes() {
        // When // Then
        assertThat(refusal(new byte[] {1, 0, 0, 0, 1, 0}))
                .hasMessage("the first byte is 1, not 0: a value begins with a zero byte and a four-byte schema id")
                .extracting(UnreadableRecordException::reason)
                .isEqualTo(RejectionReason.NOT_AVRO_WIRE_FORMAT);
        assertThat(refusal(new byte[] {0, 0, 0, 1}))
                .hasMessage("only 4 bytes: a value begins with a zero byte and a four-byte schema id");
        assertThat(refusal(new byte[0]).reason()).isEqualTo(RejectionReason.NOT_AVRO_WIRE_FORMAT);
    }

    @Test
    void readsAScoreThatAnOlderReleaseWrote() throws Exception {
        // Given
        Schema first = TestSchemas.without(Score.getClassSchema(), "restatements", "audience");
        var old = new GenericData.Record(first);
        Score now = AnyRecord.of(Topics.SCORES, 3);
        first.getFields().forEach(field -> old.put(field.name(), generic(field.schema(), now.get(field.name()))));
        var bytes = new ByteArrayOutputStream();
        bytes.write(framed(registry.register("heed.scores.v1-value", first)));
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(first).write(old, encoder);
        encoder.flush();

        // When
        Score read = new AvroSerdes(registry)
                .of(Topics.SCORES)
                .deserializer()
                .deserialize(Topics.SCORES.name(), bytes.toByteArray());

        // Then
        assertThat(read.getHospital()).isEqualTo(now.getHospital());
        assertThat(read.getAsOf()).isEqualTo(now.getAsOf());
        assertThat(read.getRestatements()).isZero();
        assertThat(read.getAudience()).isEqualTo(Audience.NOBODY);
    }

    static Object generic(Schema schema, Object value) {
        if (value instanceof Instant instant) {
            return instant.toEpochMilli();
        }
        return value instanceof Enum<?> symbol ? new GenericData.EnumSymbol(schema, symbol.name()) : value;
    }

    @Test
    void saysUnknownSchemaOfAnIdThatTheRegistryLacks() {
        // When // Then
        assertThat(refusal(new byte[] {0, 0, 0, 0, 77, 0}))
                .hasMessageContaining("schema id 77 is unknown to the registry")
                .extracting(UnreadableRecordException::reason)
                .isEqualTo(RejectionReason.UNKNOWN_SCHEMA);
    }

    @Test
    void saysMalformedOfEveryTruncationAndOfBytesLeftOver() {
        // Given
        byte[] whole = serde.serializer().serialize("", TestSchemas.expected());

        for (int length = WireFormat.HEADER_LENGTH; length < whole.length; length++) {
            // When
            var refusal = refusal(Arrays.copyOf(whole, length));
            // Then
            assertThat(refusal.reason()).isEqualTo(RejectionReason.MALFORMED_AVRO);
        }
        assertThat(refusal(Arrays.copyOf(whole, whole.length + 1)))
                .hasMessageEndingWith("bytes are left over after the record");
    }

    @Test
    void saysWrongTypeOfAnotherRecordAndOfAFeedbackThatOursCannotRead() {
        // Given
        byte[] score =
                new AvroSerdes(registry).of(Topics.SCORES).serializer().serialize("", AnyRecord.of(Topics.SCORES, 1));
        Schema lacksAnswersField = Schema.createRecord("Feedback", "", "heed.schemas", false, List.of());
        byte[] unreadable = framed(registry.register("x", lacksAnswersField));
        byte[] text = framed(registry.register("y", Schema.create(Schema.Type.STRING)), (byte) 2, (byte) 65);
        // When // Then
        assertThat(refusal(score)).hasMessageEndingWith("is RECORD heed.schemas.Score, not heed.schemas.Feedback");
        assertThat(refusal(score).reason()).isEqualTo(RejectionReason.WRONG_TYPE);
        assertThat(refusal(unreadable).reason()).isEqualTo(RejectionReason.WRONG_TYPE);
        assertThat(refusal(text).reason()).isEqualTo(RejectionReason.WRONG_TYPE);
    }

    @Test
    void refusesALengthThatTheBytesCannotHoldWithoutMakingRoomForIt() {
        // Given
        byte[] whole = serde.serializer().serialize("", TestSchemas.expected());
        byte[] bomb = Arrays.copyOf(whole, whole.length + 4);
        // The last three entries are answers: count 1, its strings, end. Put the largest count in the place of the
        // first.
        int count = whole.length - 1 - "overall".length() - "good".length() - 2 - 1;
        ByteBuffer.wrap(bomb).position(count).put(new byte[] {(byte) 0xfe, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x0f
        });
        // When // Then
        assertThat(refusal(bomb).reason()).isEqualTo(RejectionReason.MALFORMED_AVRO);
    }

    @Test
    void letsARegistryThatCannotBeAskedThroughBecauseTheRecordMayBeGood() {
        // Given
        SchemaRegistry down = new SchemaRegistry() {
            @Override
            public int register(String subject, Schema schema) {
                throw new RegistryUnavailableException("http://registry", "refused");
            }

            @Override
            public Schema byId(int id) {
                throw new RegistryUnavailableException("http://registry", "refused");
            }
        };
        var unreachable = new AvroSerdes(down).of(Topics.FEEDBACK);
        // When // Then
        assertThatThrownBy(() -> unreachable.deserializer().deserialize("", new byte[] {0, 0, 0, 0, 1, 0}))
                .isInstanceOf(RegistryUnavailableException.class);
        assertThatThrownBy(() -> unreachable.serializer().serialize("", TestSchemas.expected()))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void writesAGoodRecordAfterOneThatFailedHalfway() {
        // Given
        var comments = new AvroSerdes(registry).of(Topics.COMMENTS);
        var incomplete = new Comment("id", 1, "RJ1", null, null, null, Rated.UNSTATED, null, Instant.EPOCH);
        var good = AnyRecord.of(Topics.COMMENTS, 3);
        byte[] expected = comments.serializer().serialize("", good);
        // When
        Throwable refusal = catchThrowable(() -> comments.serializer().serialize("heed.comments.v1", incomplete));
        byte[] next = comments.serializer().serialize("", good);
        // Then
        assertThat(refusal)
                .isInstanceOf(SerializationException.class)
                .hasMessage("not a complete heed.schemas.Comment for topic heed.comments.v1");
        assertThat(next).isEqualTo(expected);
    }

    @Test
    void mayBeSharedByThreads() {
        // When // Then
        LongStream.range(0, 4_000).parallel().forEach(seed -> {
            Feedback made = AnyRecord.of(Topics.FEEDBACK, seed);
            assertThat(reader.deserialize("", serde.serializer().serialize("", made)))
                    .isEqualTo(made);
        });
    }

    @Test
    void keepsRejectedBytesAsTheyAre() {
        // Given
        var rejected = new AvroSerdes(registry).of(Topics.REJECTED);
        // When // Then
        assertThat(rejected.serializer().serialize("", new byte[] {7, 8})).containsExactly(7, 8);
        assertThat(rejected.deserializer().deserialize("", new byte[] {7, 8})).containsExactly(7, 8);
    }

    private UnreadableRecordException refusal(byte[] bytes) {
        return catchThrowableOfType(UnreadableRecordException.class, () -> reader.deserialize("", bytes));
    }

    private static byte[] framed(int id, byte... avro) {
        return ByteBuffer.allocate(WireFormat.HEADER_LENGTH + avro.length)
                .put(WireFormat.MAGIC)
                .putInt(id)
                .put(avro)
                .array();
    }
}

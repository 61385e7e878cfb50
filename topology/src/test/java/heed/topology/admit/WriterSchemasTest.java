package heed.topology.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.schemas.Feedback;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.rejected.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class WriterSchemasTest {

    private final MemorySchemaRegistry registry = new MemorySchemaRegistry();
    private final WriterSchemas schemas = new WriterSchemas(registry, new RegistryWait(Duration.ofMillis(1), ms -> {}));

    @Test
    void aStringLongerThanAnArrayIsMalformedInAnOlderVersionToo() throws IOException {
        // Given
        byte[] value = inOlderVersion(Integer.MAX_VALUE);

        // When
        RejectedRecordException refused = catchThrowableOfType(
                RejectedRecordException.class, () -> schemas.decode(value, new FlatDecoder(), new FlatFeedback()));

        // Then
        assertThat(refused.reason()).isEqualTo(RejectionReason.MALFORMED_AVRO);
    }

    private byte[] inOlderVersion(int idLength) throws IOException {
        Schema older = Schema.createRecord(
                "Feedback",
                "",
                "heed.schemas",
                false,
                Feedback.getClassSchema().getFields().stream()
                        .filter(field -> !field.name().equals("channel"))
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {0, 0, 0, 0, (byte) registry.register("any", older)});
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        encoder.writeLong(idLength);
        encoder.flush();
        return bytes.toByteArray();
    }
}

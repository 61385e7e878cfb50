package heed.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Audience;
import heed.schemas.Score;
import heed.schemas.record.FilledRecord;
import heed.schemas.record.RecordCopy;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.junit.jupiter.api.Test;

class StoredRecordTest {

    private final StoredRecord<Score> scores = new StoredRecord<>(Score.class);
    private final Score score = FilledRecord.of(Score.class);

    @Test
    void readsBackWhatItWrote() {
        // When
        Score read = scores.read(scores.write(score));

        // Then
        assertThat(FilledRecord.differing(score, read)).isEmpty();
    }

    @Test
    void readsWhatAnEarlierReleaseWroteOnceToldOfItsContract() throws IOException {
        // Given
        Schema earlier = TestSchemas.without(Score.getClassSchema(), "audience");
        byte[] stored = write(earlier, score);

        // When
        Score read = new StoredRecord<>(Score.class).alsoWrittenWith(earlier).read(stored);

        // Then
        assertThat(read)
                .isEqualTo(RecordCopy.of(score, Score.newBuilder())
                        .setAudience(Audience.NOBODY)
                        .build());
        assertThatThrownBy(() -> scores.read(stored)).isInstanceOf(MissingSchemaException.class);
    }

    @Test
    void findsTheContractsOfReleases() {
        // When // Then
        assertThat(scores.alsoOfRelease(1)).isSameAs(scores);
        assertThatThrownBy(() -> scores.alsoOfRelease(99))
                .hasMessage("the build lacks the resource /heed/schemas/released/Score.v99.avsc");
    }

    private static byte[] write(Schema schema, Score score) throws IOException {
        GenericData.Record record = new GenericData.Record(schema);
        schema.getFields()
                .forEach(field ->
                        record.put(field.name(), AvroSerdesTest.generic(field.schema(), score.get(field.name()))));
        ByteBuffer bytes = new BinaryMessageEncoder<GenericData.Record>(GenericData.get(), schema).encode(record);
        byte[] written = new byte[bytes.remaining()];
        bytes.get(written);
        return written;
    }
}

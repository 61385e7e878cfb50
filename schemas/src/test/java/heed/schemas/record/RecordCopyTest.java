package heed.schemas.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Pulse;
import heed.schemas.Score;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.avro.data.RecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordCopyTest {

    @ParameterizedTest
    @MethodSource("records")
    void keepsEveryFieldOfEveryTopicsRecord(Class<? extends SpecificRecord> type) throws ReflectiveOperationException {
        // Given
        SpecificRecord record = FilledRecord.of(type);
        RecordBuilder<SpecificRecord> builder = builder(type);

        // When
        SpecificRecord copy = RecordCopy.of(record, builder).build();

        // Then
        assertThat(copy).isNotSameAs(record);
        assertThat(FilledRecord.differing(record, copy)).isEmpty();
    }

    @Test
    void isAlteredWithoutTheRecordThatItWasMadeOf() {
        // Given
        Score score = FilledRecord.of(Score.class);
        long n = score.getN();

        // When
        Score altered = RecordCopy.of(score, Score.newBuilder())
                .setN(7)
                .setFinal$(false)
                .build();

        // Then
        assertThat(altered.getN()).isEqualTo(7);
        assertThat(score.getN()).isEqualTo(n);
        assertThat(FilledRecord.differing(score, altered)).containsExactly("final", "n");
    }

    /** A builder of its own stands for one that a change of the generator's names has made strange. */
    @Test
    void refusesABuilderThatCannotTakeAField() {
        // Given
        Pulse pulse = new Pulse(Instant.EPOCH, 1_000L);

        // When // Then
        assertThatThrownBy(() -> RecordCopy.of(pulse, new Blind()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("Blind has no setter of the field at");
    }

    static final class Blind implements RecordBuilder<Pulse> {
        @Override
        public Pulse build() {
            throw new IllegalStateException("never asked");
        }
    }

    @SuppressWarnings("unchecked") // a generated newBuilder makes builders of its own class
    private static RecordBuilder<SpecificRecord> builder(Class<?> type) throws ReflectiveOperationException {
        return (RecordBuilder<SpecificRecord>) type.getMethod("newBuilder").invoke(null);
    }

    private static Stream<Class<?>> records() {
        return Topics.all().stream()
                .<Class<?>>map(Topic::value)
                .filter(SpecificRecord.class::isAssignableFrom)
                .distinct();
    }
}

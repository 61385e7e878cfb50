package heed.connectors.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.export.TopicRows.Written;
import heed.schemas.Audience;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.flat.FlatTables;
import heed.schemas.key.ScoreKey;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicRowsTest {

    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final Node NODE = new Node(0, "localhost", 9092);

    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final List<List<?>> rows = new ArrayList<>();
    private final TableFile file = new TableFile() {
        @Override
        public void write(List<?> cells) {
            rows.add(cells);
        }

        @Override
        public void close() {}
    };

    private static Score score(String hospital, long n) {
        return Score.newBuilder()
                .setHospital(hospital)
                .setMeasure("fft-2020.positive")
                .setWindow(Window.MONTH)
                .setStart(MARCH)
                .setEnd(Instant.parse("2026-03-31T23:00:00Z"))
                .setLabel("2026-03")
                .setN(n)
                .setSum(0)
                .setSumOfSquares(0)
                .setMinimum(10)
                .setAsOf(MARCH)
                .setAudience(Audience.NOBODY)
                .build();
    }

    private static Feedback feedback(int revision) {
        return Feedback.newBuilder()
                .setFeedbackId("2d1b8f1e-0000-4000-8000-000000000002")
                .setRevision(revision)
                .setHospital("H1")
                .setQuestionnaire("fft-2020")
                .setGivenAt(MARCH)
                .setChannel(Channel.SMS)
                .setAnswers(List.of())
                .build();
    }

    private <V> byte[] bytes(Topic<V> topic, V value) {
        return serdes.of(topic).serializer().serialize(topic.name(), value);
    }

    private ConsumerRecord<String, byte[]> at(long offset, Score score) {
        return record(Topics.SCORES, offset, ScoreKey.of(score).text(), bytes(Topics.SCORES, score));
    }

    private static ConsumerRecord<String, byte[]> record(Topic<?> topic, long offset, String key, byte[] value) {
        return new ConsumerRecord<>(topic.name(), 0, offset, key, value);
    }

    /** Has each reading of the topic find what it then holds. */
    private void holds(Topic<?> topic, long end, List<List<ConsumerRecord<String, byte[]>>> readings) {
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        var nodes = new Node[] {NODE};
        consumer.updatePartitions(topic.name(), List.of(new PartitionInfo(topic.name(), 0, NODE, nodes, nodes)));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, end));
        readings.forEach(records -> consumer.schedulePollTask(() -> records.forEach(consumer::addRecord)));
    }

    private Written scores() throws IOException {
        return new TopicRows<>(FlatTables.SCORES, serdes, () -> consumer, score -> !score.getHospital()
                        .equals("H9"))
                .writeTo(file);
    }

    @Test
    void writesTheNewestOfEachThatIsWantedAndNothingThatATombstoneTookOutOrThatCameLater() throws Exception {
        // Given
        List<ConsumerRecord<String, byte[]>> records = List.of(
                at(0, score("H1", 1)),
                at(1, score("H2", 2)),
                at(2, score("H3", 3)),
                at(3, score("H1", 4)),
                at(4, score("H9", 5)),
                record(Topics.SCORES, 5, "H9", new byte[] {9, 9}),
                record(Topics.SCORES, 6, ScoreKey.of(score("H3", 3)).text(), null),
                at(7, score("H2", 7)));
        holds(Topics.SCORES, 7, List.of(records, records));

        // When
        Written written = scores();

        // Then
        assertThat(rows).extracting(row -> row.get(0) + " " + row.get(7)).containsExactly("H2 2", "H1 4");
        assertThat(written).isEqualTo(new Written(2, 1));
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void saysWhenWhatWasToBeWrittenIsGoneAtTheSecondReading() {
        // Given
        holds(
                Topics.SCORES,
                2,
                List.of(List.of(at(0, score("H1", 1)), at(1, score("H2", 2))), List.of(at(1, score("H2", 2)))));

        // When // Then
        assertThatThrownBy(this::scores)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the brokers compacted the topic while it was read: of 2 rows 1 were still there. Run it again.");
    }

    @Test
    void everyRecordOfTheLogIsARow() throws Exception {
        // Given
        holds(
                Topics.FEEDBACK,
                2,
                List.of(List.of(
                        record(Topics.FEEDBACK, 0, "H1", bytes(Topics.FEEDBACK, feedback(1))),
                        record(Topics.FEEDBACK, 1, "H1", bytes(Topics.FEEDBACK, feedback(2))))));

        // When
        Written written = new TopicRows<>(FlatTables.FEEDBACK, serdes, () -> consumer, each -> true).writeTo(file);

        // Then
        assertThat(rows).extracting(row -> "revision " + row.get(1)).containsExactly("revision 1", "revision 2");
        assertThat(written).isEqualTo(new Written(2, 0));
    }
}

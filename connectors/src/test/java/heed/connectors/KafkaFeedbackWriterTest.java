package heed.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.topic.FeedbackHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaFeedbackWriterTest {

    private static final Instant ARRIVAL = Instant.parse("2026-03-01T10:00:00Z");
    private static final KafkaFeedbackWriter.Config TWO_IN_FLIGHT =
            new KafkaFeedbackWriter.Config(2, Duration.ofSeconds(1), Duration.ofMillis(100));

    private final MockProducer<String, Feedback> producer = producer((topic, feedback) -> new byte[0]);
    private final KafkaFeedbackWriter writer = new KafkaFeedbackWriter(producer, TWO_IN_FLIGHT);

    @Test
    void keysByHospitalAndStampsTheArrivalTime() {
        // When
        var unused = writer.write(aResponse("R1H"), ARRIVAL);

        // Then
        assertThat(producer.history()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("heed.feedback.v1");
            assertThat(record.key()).isEqualTo("R1H");
            assertThat(record.timestamp()).isEqualTo(ARRIVAL.toEpochMilli());
        });
    }

    @Test
    void marksWhatItWritesWhereThatIsAHistory() {
        // Given
        var backfilling = new KafkaFeedbackWriter(producer, TWO_IN_FLIGHT, List.of(FeedbackHeaders.backfill()));

        // When
        var unused = backfilling.write(aResponse("R1H"), ARRIVAL);
        var unusedToo = writer.write(aResponse("R1H"), ARRIVAL);

        // Then
        assertThat(producer.history())
                .extracting(record ->
                        FeedbackHeaders.isBackfill(record.headers(), record.timestamp(), ARRIVAL.toEpochMilli()))
                .containsExactly(true, false);
    }

    @Test
    void completesOnlyAfterTheAcknowledgement() {
        // Given
        CompletableFuture<Void> stage = writer.write(aResponse("R1H"), ARRIVAL).toCompletableFuture();
        boolean before = stage.isDone();

        // When
        producer.completeNext();

        // Then
        assertThat(before).isFalse();
        assertThat(stage).isCompleted();
    }

    @Test
    void failsWhereKafkaDoesNotAcknowledge() {
        // Given
        CompletableFuture<Void> stage = writer.write(aResponse("R1H"), ARRIVAL).toCompletableFuture();

        // When
        producer.errorNext(new TimeoutException("expired"));

        // Then
        assertThatThrownBy(stage::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseExactlyInstanceOf(FeedbackNotWrittenException.class)
                .hasRootCauseMessage("expired");
    }

    @Test
    void writesNothingOfAHistoryAfterWhatIsNotAcknowledged() {
        // Given
        var backfilling = new KafkaFeedbackWriter(producer, TWO_IN_FLIGHT, List.of(FeedbackHeaders.backfill()));
        var first = backfilling.write(aResponse("A"), ARRIVAL).toCompletableFuture();

        // When
        producer.errorNext(new TimeoutException("expired"));
        var second = backfilling.write(aResponse("B"), ARRIVAL).toCompletableFuture();

        // Then
        assertThat(first).isCompletedExceptionally();
        assertThatThrownBy(second::join).hasMessageContaining("could not be handed to Kafka");
        assertThat(producer.closed()).isTrue();
        assertThat(producer.history()).extracting(record -> record.key()).containsExactly("A");
    }

    @Test
    void goesOnAfterAFailureWhereThatIsNoHistory() {
        // Given
        var first = writer.write(aResponse("A"), ARRIVAL).toCompletableFuture();

        // When
        producer.errorNext(new TimeoutException("expired"));
        var second = writer.write(aResponse("B"), ARRIVAL).toCompletableFuture();
        producer.completeNext();

        // Then
        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompleted();
    }

    @Test
    void takesNoMoreThanItsPlacesAndFreesThemAtTheAcknowledgement() {
        // Given
        var first = writer.write(aResponse("A"), ARRIVAL);
        var second = writer.write(aResponse("B"), ARRIVAL);

        // When
        var third = writer.write(aResponse("C"), ARRIVAL).toCompletableFuture();
        producer.completeNext();
        var fourth = writer.write(aResponse("D"), ARRIVAL).toCompletableFuture();

        // Then
        assertThat(first.toCompletableFuture()).isCompleted();
        assertThat(second.toCompletableFuture()).isNotDone();
        assertThatThrownBy(third::join).hasMessageContaining("Kafka has not acknowledged 2 earlier responses");
        assertThat(fourth).isNotDone();
        assertThat(producer.history()).extracting(record -> record.key()).containsExactly("A", "B", "D");
    }

    @Test
    void failsTheStageAndFreesThePlaceWhereTheEncodingThrows() {
        // Given
        var broken = producer((topic, feedback) -> {
            throw new IllegalArgumentException("no schema");
        });
        var unencodable = new KafkaFeedbackWriter(broken, TWO_IN_FLIGHT);

        // When
        List<CompletableFuture<Void>> stages = List.of(
                unencodable.write(aResponse("A"), ARRIVAL).toCompletableFuture(),
                unencodable.write(aResponse("B"), ARRIVAL).toCompletableFuture(),
                unencodable.write(aResponse("C"), ARRIVAL).toCompletableFuture());

        // Then
        assertThat(stages).allSatisfy(stage -> assertThatThrownBy(stage::join)
                .hasMessageContaining("could not be handed to Kafka")
                .hasRootCauseMessage("no schema"));
    }

    @Test
    void keepsItsPromisesWhateverTheClientSettingsSay() {
        // Given
        Map<String, Object> careless = Map.of(
                "acks",
                "1",
                "enable.idempotence",
                "false",
                "max.in.flight.requests.per.connection",
                "5",
                "bootstrap.servers",
                "127.0.0.1:9092");

        // When
        Map<String, Object> settings = KafkaFeedbackWriter.producerSettings(careless, TWO_IN_FLIGHT);

        // Then
        assertThat(settings)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("max.in.flight.requests.per.connection", 1)
                .containsEntry("delivery.timeout.ms", 1000)
                .containsEntry("request.timeout.ms", 500)
                .containsEntry("max.block.ms", 100L)
                .containsEntry("bootstrap.servers", "127.0.0.1:9092");
    }

    private static MockProducer<String, Feedback> producer(Serializer<Feedback> serializer) {
        return new MockProducer<>(false, new RoundRobinPartitioner(), new StringSerializer(), serializer);
    }

    private static Feedback aResponse(String hospital) {
        return Feedback.newBuilder()
                .setFeedbackId("3f2504e0-4f89-41d3-9a0c-0305e82c3301")
                .setHospital(hospital)
                .setQuestionnaire("fft-2020")
                .setGivenAt(ARRIVAL)
                .setChannel(Channel.WEB)
                .setAnswers(List.of(new Answer("overall", "good")))
                .build();
    }
}

package heed.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.server.embedded.EmbeddedBroker;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuiescenceIT {

    private static final byte[] SOMETHING = {1};

    @TempDir
    Path directory;

    /** The group may have its mark of a transaction before a topic of results has its own. */
    @Test
    void waitsForRowsThatReadersCannotSeeYetThoughTheirResponsesAreCommitted() throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()));
                var plain = producer(Map.of("bootstrap.servers", broker.bootstrap()));
                var pipeline = producer(Map.of("bootstrap.servers", broker.bootstrap(), "transactional.id", "t"))) {
            admin.createTopics(Stream.of(Topics.FEEDBACK, Topics.SCORES, Topics.DROPS, Topics.REJECTED)
                            .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                            .toList())
                    .all()
                    .get();
            send(plain, Topics.FEEDBACK);
            pipeline.initTransactions();
            pipeline.beginTransaction();
            send(pipeline, Topics.SCORES);
            admin.alterConsumerGroupOffsets(
                            "heed", Map.of(new TopicPartition(Topics.FEEDBACK.name(), 0), new OffsetAndMetadata(1)))
                    .all()
                    .get();

            // When
            CompletableFuture<Long> quiet = CompletableFuture.supplyAsync(() -> await(admin));
            boolean early = endsWithin(quiet, Duration.ofSeconds(2));
            pipeline.commitTransaction();

            // Then
            assertThat(early).isFalse();
            assertThat(quiet.get(1, TimeUnit.MINUTES)).isEqualTo(1);
        }
    }

    private static long await(Admin admin) {
        try {
            return new Quiescence(admin, "heed", Clock.systemUTC()).await(Duration.ofMinutes(1));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean endsWithin(CompletableFuture<Long> quiet, Duration limit) throws Exception {
        try {
            quiet.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> settings) {
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static void send(KafkaProducer<byte[], byte[]> producer, Topic<?> topic) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), SOMETHING, SOMETHING)).get();
    }
}

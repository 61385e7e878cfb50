package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.embedded.EmbeddedBroker;
import heed.app.embedded.RegistryHome;
import heed.app.servers.EmbeddedServers;
import heed.schemas.Feedback;
import heed.schemas.Topic;
import heed.schemas.Topics;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The input topic, replayed into a fresh application on another broker, gives the same output to the last byte. */
class ReplayIT {

    @TempDir
    private Path data;

    @Test
    void aReplayGivesTheSameScoresAndDropsByteForByte() throws Exception {
        // Given
        try (EmbeddedServers first =
                        EmbeddedServers.start(data.resolve("first"), RegistryHome.find(), HttpClient.newHttpClient());
                EmbeddedBroker second = EmbeddedBroker.start(data.resolve("second"));
                CommittedTopics before = new CommittedTopics(first.bootstrap(), first.registryUrl());
                CommittedTopics after = new CommittedTopics(second.bootstrap(), first.registryUrl())) {
            try (HeedProcess heed = up("one", first.bootstrap(), first)) {
                write(Load.of(60_000, 20, 5), before);
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> before.lag("heed") == 0);
                heed.interrupt();
                heed.awaitExit(Duration.ofSeconds(15));
            }

            // When
            try (HeedProcess heed = up("two", second.bootstrap(), first)) {
                copy(before, second.bootstrap());
                Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> after.lag("heed") == 0);
                heed.interrupt();
                heed.awaitExit(Duration.ofSeconds(15));
            }

            // Then
            assertThat(hex(before, Topics.DROPS)).isNotEmpty().isEqualTo(hex(after, Topics.DROPS));
            assertThat(hex(before, Topics.SCORES)).isNotEmpty().isEqualTo(hex(after, Topics.SCORES));
        }
    }

    private HeedProcess up(String name, String bootstrap, EmbeddedServers registry) {
        HeedProcess process = HeedProcess.start(
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0"),
                "up",
                "--data",
                data.resolve(name).toString(),
                "--bootstrap",
                bootstrap,
                "--registry",
                registry.registryUrl().toString());
        process.await(line -> line.contains("http://"), Duration.ofSeconds(60));
        return process;
    }

    private static void write(Load load, CommittedTopics topics) {
        try (Writing<String, Feedback> feedback = new Writing<>(topics.producer())) {
            load.items()
                    .forEach(item -> feedback.write(new ProducerRecord<>(
                            Topics.FEEDBACK.name(),
                            null,
                            item.arrival().toEpochMilli(),
                            item.feedback().getHospital(),
                            item.feedback())));
        }
    }

    private static void copy(CommittedTopics from, String bootstrap) {
        List<ConsumerRecord<String, byte[]>> records = from.read(Topics.FEEDBACK).stream()
                .sorted(Comparator.comparingLong(ConsumerRecord::offset))
                .toList();
        try (Writing<String, byte[]> copy = new Writing<>(new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap), new StringSerializer(), new ByteArraySerializer()))) {
            records.forEach(record -> copy.write(new ProducerRecord<>(
                    record.topic(), record.partition(), record.timestamp(), record.key(), record.value())));
        }
    }

    /** Returns the newest bytes of each key, in hexadecimal: older ones may have been compacted away. */
    private static Map<String, String> hex(CommittedTopics topics, Topic<?> topic) {
        Map<String, String> newest = new TreeMap<>();
        topics.read(topic)
                .forEach(record -> newest.put(record.key(), HexFormat.of().formatHex(record.value())));
        return newest;
    }
}

package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.server.embedded.EmbeddedBroker;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The input topic, replayed into a fresh application on another broker, gives the same output to the last byte: every
 * restatement, the newest score and drop of each key, and of the comparisons those that are final.
 */
class ReplayIT {

    @TempDir
    private Path data;

    @Test
    void aReplayGivesTheSameBytes() throws Exception {
        // Given
        try (TestServers first = TestServers.start(data.resolve("first"));
                EmbeddedBroker second = EmbeddedBroker.start(data.resolve("second"));
                CommittedTopics before = new CommittedTopics(first.bootstrap(), first.registryUrl());
                CommittedTopics after = new CommittedTopics(second.bootstrap(), first.registryUrl())) {
            try (HeedProcess heed = up("one", first.bootstrap(), first)) {
                Load.of(60_000, 20, 5).writeTo(before);
                awaitAll(before);
                heed.interrupt();
                heed.awaitExit();
            }

            // When
            try (HeedProcess heed = up("two", second.bootstrap(), first)) {
                copy(before, second.bootstrap());
                awaitAll(after);
                heed.interrupt();
                heed.awaitExit();
            }

            // Then
            assertThat(hex(before, Topics.DROPS)).isNotEmpty().isEqualTo(hex(after, Topics.DROPS));
            assertThat(hex(before, Topics.BASELINES)).isNotEmpty().isEqualTo(hex(after, Topics.BASELINES));
            assertThat(hex(before, Topics.SCORES)).isNotEmpty().isEqualTo(hex(after, Topics.SCORES));
            assertThat(hex(before, Topics.CHANNELS)).isNotEmpty().isEqualTo(hex(after, Topics.CHANNELS));
            assertThat(ChannelSums.differences(after)).isEmpty();
            assertThat(byHospital(before, Topics.RESTATEMENTS))
                    .hasSize(20)
                    .isEqualTo(byHospital(after, Topics.RESTATEMENTS));
            assertThat(finals(before, Topics.LEAGUE, LeagueRow::getFinal$))
                    .hasSize(40)
                    .isEqualTo(finals(after, Topics.LEAGUE, LeagueRow::getFinal$));
            assertThat(finals(before, Topics.NATIONAL, National::getFinal$))
                    .hasSize(2)
                    .isEqualTo(finals(after, Topics.NATIONAL, National::getFinal$));
        }
    }

    private static void awaitAll(CommittedTopics topics) {
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> topics.isWorkedOff("heed"));
        Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> new Leagues(topics).assertCurrent());
    }

    private HeedProcess up(String name, String bootstrap, TestServers registry) {
        HeedProcess process = HeedProcess.start(
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0"),
                "up",
                "--data",
                data.resolve(name).toString(),
                "--bootstrap",
                bootstrap,
                "--registry",
                registry.registryUrl().toString());
        process.await(line -> line.contains("http://"));
        return process;
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

    /** Returns every record of each key, in order. */
    private static Map<String, List<String>> byHospital(CommittedTopics topics, Topic<?> topic) {
        return topics.read(topic).stream()
                .collect(Collectors.groupingBy(
                        ConsumerRecord::key,
                        TreeMap::new,
                        Collectors.mapping(record -> HexFormat.of().formatHex(record.value()), Collectors.toList())));
    }

    private static <V> Map<String, String> finals(CommittedTopics topics, Topic<V> topic, Predicate<V> isFinal) {
        Map<String, String> finals = hex(topics, topic);
        finals.values()
                .removeIf(bytes ->
                        !isFinal.test(topics.value(topic, HexFormat.of().parseHex(bytes))));
        return finals;
    }

    /** Returns the newest bytes of each key, in hexadecimal: older ones may have been compacted away. */
    private static Map<String, String> hex(CommittedTopics topics, Topic<?> topic) {
        Map<String, String> newest = new TreeMap<>();
        topics.read(topic)
                .forEach(record -> newest.put(record.key(), HexFormat.of().formatHex(record.value())));
        return newest;
    }
}

package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.server.EmbeddedServers;
import heed.app.server.embedded.RegistryHome;
import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.topic.FeedbackHeaders;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was lost with its servers comes back from the file: the same records, and from them the same results. */
class BackupIT {

    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(3);

    @TempDir
    private Path data;

    @Test
    void whatIsBroughtBackGivesTheSameResults() throws Exception {
        // Given
        Path file = data.resolve("heed.avro");
        Load load = Load.of(5_000, 20, 21);
        Map<Topic<?>, List<String>> records;
        Map<String, Score> scores;
        Map<String, ?> drops;
        try (EmbeddedServers servers = servers("old");
                CommittedTopics topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
                HeedProcess heed = up(servers, "old")) {
            heed.await(line -> line.contains("http://"));
            load.writeTo(topics);
            writeWhatIsNotUsual(servers, topics);
            Awaitility.await().atMost(CAUGHT_UP_WITHIN).until(() -> topics.isWorkedOff("heed"));
            heed.interrupt();
            heed.awaitExit();
            records = records(topics);
            scores = topics.newest(Topics.SCORES);
            drops = topics.newest(Topics.DROPS);
            command(0, servers, "old", "backup", file.toString());
        }
        String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        byte[] whole = Files.readAllBytes(file);
        Path damaged = Files.write(data.resolve("damaged.avro"), Arrays.copyOf(whole, whole.length - 20));

        // When
        Map<String, Score> scoresAgain;
        Map<String, ?> dropsAgain;
        Map<Topic<?>, List<String>> recordsAgain;
        List<String> refused;
        List<String> unreadable;
        Recounted recount;
        try (EmbeddedServers servers = servers("new");
                CommittedTopics topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl())) {
            unreadable = command(1, servers, "new", "restore", damaged.toString());
            command(0, servers, "new", "restore", file.toString());
            refused = command(1, servers, "new", "restore", file.toString());
            recordsAgain = records(topics);
            try (HeedProcess heed = up(servers, "new")) {
                heed.await(line -> line.contains("http://"));
                Awaitility.await().atMost(CAUGHT_UP_WITHIN).until(() -> topics.isWorkedOff("heed"));
                recount = Recounted.of(data.resolve("new"), servers);
            }
            scoresAgain = topics.newest(Topics.SCORES);
            dropsAgain = topics.newest(Topics.DROPS);
        }

        // Then
        assertThat(records.get(Topics.FEEDBACK)).hasSize(load.items().size() + 2);
        assertThat(records.values()).allSatisfy(each -> assertThat(each).isNotEmpty());
        assertThat(recordsAgain).isEqualTo(records);
        assertThat(permissions).isEqualTo("rw-------");
        assertThat(scoresAgain).isNotEmpty().isEqualTo(scores);
        assertThat(dropsAgain).isNotEmpty().isEqualTo(drops);
        assertThat(recount.exitCode()).as(recount.text()).isZero();
        assertThat(unreadable).anyMatch(line -> line.contains(damaged + " "));
        assertThat(refused)
                .anyMatch(line -> line.endsWith("is not empty: a backup goes to servers, or a data"
                        + " directory, where no Heed has run yet."));
    }

    /** A response of a history with its header, an action, and what is no response at all. */
    private static void writeWhatIsNotUsual(EmbeddedServers servers, CommittedTopics topics) throws Exception {
        Instant given = Instant.parse("2026-03-01T12:00:00Z");
        Feedback ofAHistory = Feedback.newBuilder()
                .setFeedbackId("00000000-0000-4000-8000-000000000001")
                .setRevision(1)
                .setHospital("OLD")
                .setQuestionnaire("fft-2020")
                .setGivenAt(given)
                .setChannel(Channel.SMS)
                .setAnswers(List.of(new Answer("overall", "good")))
                .build();
        try (var feedback = topics.producer();
                var actions = topics.producer(Topics.ACTIONS);
                var anything = new KafkaProducer<>(
                        Map.<String, Object>of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrap()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            feedback.send(new ProducerRecord<>(
                            Topics.FEEDBACK.name(),
                            null,
                            given.toEpochMilli(),
                            "OLD",
                            ofAHistory,
                            List.of(FeedbackHeaders.backfill())))
                    .get();
            actions.send(new ProducerRecord<>(
                            Topics.ACTIONS.name(),
                            "H1",
                            Action.newBuilder()
                                    .setActionId("00000000-0000-4000-8000-000000000002")
                                    .setKind(ActionKind.NOTED)
                                    .setHospital("H1")
                                    .setMeasure("fft-2020.positive")
                                    .setWho("Sister Evans")
                                    .setText("Seen.")
                                    .setAt(given)
                                    .build()))
                    .get();
            anything.send(new ProducerRecord<>(Topics.FEEDBACK.name(), "H1", new byte[] {9, 9}))
                    .get();
        }
    }

    /** Returns all that is kept of each topic, by partition in its order. */
    private static Map<Topic<?>, List<String>> records(CommittedTopics topics) {
        Map<Topic<?>, List<String>> all = new HashMap<>();
        for (Topic<?> topic : List.of(Topics.FEEDBACK, Topics.ACTIONS, Topics.PULSE)) {
            Map<Integer, List<String>> byPartition = new TreeMap<>();
            topics.read(topic).forEach(record -> byPartition
                    .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                    .add(record.partition() + " " + record.timestamp() + " " + record.key() + " " + record.headers()
                            + " " + HexFormat.of().formatHex(record.value())));
            all.put(topic, byPartition.values().stream().flatMap(List::stream).toList());
        }
        return all;
    }

    private EmbeddedServers servers(String name) {
        return EmbeddedServers.start(data.resolve(name + "-servers"), RegistryHome.find(), HttpClient.newHttpClient());
    }

    private HeedProcess up(EmbeddedServers servers, String name) {
        return HeedProcess.up(servers, data.resolve(name));
    }

    private List<String> command(int exitCode, EmbeddedServers servers, String name, String... command)
            throws InterruptedException {
        try (HeedProcess process = HeedProcess.start(Map.of(), servers, data.resolve(name), command)) {
            assertThat(process.awaitExit()).as(process.text()).isEqualTo(exitCode);
            return List.copyOf(process.lines());
        }
    }
}

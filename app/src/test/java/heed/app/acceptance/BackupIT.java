package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.server.EmbeddedServers;
import heed.app.server.embedded.RegistryHome;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
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
        List<String> records;
        Map<String, Score> scores;
        Map<String, ?> drops;
        try (EmbeddedServers servers = servers("old");
                CommittedTopics topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
                HeedProcess heed = up(servers, "old")) {
            heed.await(line -> line.contains("http://"), Duration.ofSeconds(90));
            try (Writing<String, Feedback> feedback = new Writing<>(topics.producer())) {
                for (Load.Item item : load.items()) {
                    feedback.write(new ProducerRecord<>(
                            Topics.FEEDBACK.name(),
                            null,
                            item.arrival().toEpochMilli(),
                            item.feedback().getHospital(),
                            item.feedback()));
                }
            }
            Awaitility.await().atMost(CAUGHT_UP_WITHIN).until(() -> topics.lag("heed") == 0);
            heed.interrupt();
            heed.awaitExit(Duration.ofSeconds(30));
            records = records(topics, Topics.FEEDBACK);
            scores = topics.newest(Topics.SCORES);
            drops = topics.newest(Topics.DROPS);
            command(0, servers, "old", "backup", file.toString());
        }
        byte[] whole = Files.readAllBytes(file);
        Path damaged = Files.write(data.resolve("damaged.avro"), Arrays.copyOf(whole, whole.length - 20));

        // When
        Map<String, Score> scoresAgain;
        Map<String, ?> dropsAgain;
        List<String> recordsAgain;
        List<String> refused;
        List<String> unreadable;
        Recounted recount;
        try (EmbeddedServers servers = servers("new");
                CommittedTopics topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl())) {
            unreadable = command(1, servers, "new", "restore", damaged.toString());
            command(0, servers, "new", "restore", file.toString());
            refused = command(1, servers, "new", "restore", file.toString());
            recordsAgain = records(topics, Topics.FEEDBACK);
            try (HeedProcess heed = up(servers, "new")) {
                heed.await(line -> line.contains("http://"), Duration.ofSeconds(90));
                Awaitility.await().atMost(CAUGHT_UP_WITHIN).until(() -> topics.lag("heed") == 0);
                recount = Recounted.of(data.resolve("new"), servers);
            }
            scoresAgain = topics.newest(Topics.SCORES);
            dropsAgain = topics.newest(Topics.DROPS);
        }

        // Then
        assertThat(recordsAgain).hasSize(load.items().size()).isEqualTo(records);
        assertThat(scoresAgain).isNotEmpty().isEqualTo(scores);
        assertThat(dropsAgain).isNotEmpty().isEqualTo(drops);
        assertThat(recount.exitCode()).as(recount.text()).isZero();
        assertThat(unreadable).anyMatch(line -> line.contains(damaged + " "));
        assertThat(refused)
                .anyMatch(line -> line.endsWith("is not empty: a backup goes to servers, or a data"
                        + " directory, where no Heed has run yet."));
    }

    private static <V extends SpecificRecord> List<String> records(CommittedTopics topics, Topic<V> topic) {
        Map<Integer, List<String>> byPartition = new TreeMap<>();
        topics.read(topic).forEach(record -> byPartition
                .computeIfAbsent(record.partition(), partition -> new ArrayList<>())
                .add(record.partition() + " " + record.timestamp() + " " + record.key() + " "
                        + topics.value(topic, record.value())));
        return byPartition.values().stream().flatMap(List::stream).toList();
    }

    private EmbeddedServers servers(String name) {
        return EmbeddedServers.start(data.resolve(name + "-servers"), RegistryHome.find(), HttpClient.newHttpClient());
    }

    private HeedProcess up(EmbeddedServers servers, String name) {
        return HeedProcess.start(
                Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0"), arguments(servers, name, "up"));
    }

    private List<String> command(int exitCode, EmbeddedServers servers, String name, String... command)
            throws InterruptedException {
        try (HeedProcess process = HeedProcess.start(Map.of(), arguments(servers, name, command))) {
            assertThat(process.awaitExit(Duration.ofMinutes(2)))
                    .as(process.text())
                    .isEqualTo(exitCode);
            return List.copyOf(process.lines());
        }
    }

    private String[] arguments(EmbeddedServers servers, String name, String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--data", data.resolve(name).toString()));
        all.addAll(List.of(
                "--bootstrap",
                servers.bootstrap(),
                "--registry",
                servers.registryUrl().toString()));
        return all.toArray(String[]::new);
    }
}

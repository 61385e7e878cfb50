package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.acceptance.Load.Fate;
import heed.app.server.EmbeddedServers;
import heed.app.server.embedded.RegistryHome;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.Feedback;
import heed.schemas.topic.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application is killed in the middle of its work, again and again, and still counts every response once. */
class KillIT {

    private static final int KILLS = 5;

    /**
     * A successor that the broker does not know by its name is idle for the 45 seconds of the killed one's session. How
     * long it takes on an idle machine is printed.
     */
    private static final Duration SESSION_OF_A_STRANGER = Duration.ofSeconds(45);

    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(3);

    @TempDir
    private Path data;

    private EmbeddedServers servers;
    private CommittedTopics topics;
    private final Random random = new Random();

    @BeforeEach
    void start() {
        servers = EmbeddedServers.start(data.resolve("servers"), RegistryHome.find(), HttpClient.newHttpClient());
        topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
        assertThat(topics.clusterId()).isEqualTo(servers.clusterId());
    }

    @AfterEach
    void stop() {
        topics.close();
        servers.close();
    }

    @Test
    void fiveKillsDuringAnImportLoseNothingAndCountNothingTwice() throws Exception {
        // Given
        Load load = Load.of(200_000, 40, 11);

        // When
        Result result = survive(load, "exactly_once_v2", this::randomMoment);

        // Then
        assertThat(result.problems()).isEmpty();
        assertThat(result.absences()).allSatisfy(absence -> assertThat(absence).isLessThan(SESSION_OF_A_STRANGER));
    }

    @Test
    void withoutExactlyOnceTheSameCheckFails() throws Exception {
        // Given
        Load load = Load.of(60_000, 40, 12);

        // When
        Result result = survive(load, "at_least_once", this::betweenWriteAndCommit);

        // Then
        assertThat(result.problems()).isNotEmpty();
    }

    private record Result(List<String> problems, List<Duration> absences) {}

    private Result survive(Load load, String guarantee, MomentOfDeath moment) throws Exception {
        List<Duration> absences = new ArrayList<>();
        HeedProcess heed = up(guarantee);
        try {
            topics.keepEveryRecordOf(Topics.DROPS);
            CompletableFuture<Void> imported = importInBackground(load);
            for (int kill = 0; kill < KILLS; kill++) {
                moment.await();
                heed.kill();
                Instant killed = Instant.now();
                long before = topics.committedEnd(Topics.SCORES);
                heed = up(guarantee);
                Awaitility.await()
                        .atMost(CAUGHT_UP_WITHIN)
                        .pollInterval(Duration.ofMillis(100))
                        .until(() -> topics.committedEnd(Topics.SCORES) > before);
                absences.add(Duration.between(killed, Instant.now()));
            }
            imported.join();
            Awaitility.await()
                    .atMost(CAUGHT_UP_WITHIN)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> topics.lag("heed") == 0);
            List<String> problems = check(load, heed);
            System.out.println("guarantee=" + guarantee + " from kill to committed output: " + absences + " problems: "
                    + problems.size());
            return new Result(problems, absences);
        } finally {
            heed.close();
        }
    }

    private HeedProcess up(String guarantee) {
        HeedProcess process = HeedProcess.start(
                Map.of(
                        "HEED_PIPELINE_PROCESSING_GUARANTEE", guarantee,
                        "HEED_PAGE_PORT", "0",
                        "HEED_INTAKE_PORT", "0",
                        "HEED_AUDIENCES_INTERNAL", "1"),
                "up",
                "--data",
                data.resolve("heed").toString(),
                "--bootstrap",
                servers.bootstrap(),
                "--registry",
                servers.registryUrl().toString());
        process.await(line -> line.contains("http://"), Duration.ofSeconds(60));
        return process;
    }

    private CompletableFuture<Void> importInBackground(Load load) {
        return CompletableFuture.runAsync(() -> {
            try (Writing<String, Feedback> feedback = new Writing<>(topics.producer())) {
                int written = 0;
                for (Load.Item item : load.items()) {
                    feedback.write(new ProducerRecord<>(
                            Topics.FEEDBACK.name(),
                            null,
                            item.arrival().toEpochMilli(),
                            item.feedback().getHospital(),
                            item.feedback()));
                    if (++written % 1_000 == 0) {
                        feedback.awaitAll();
                        pause(load.items().size() / 1_000);
                    }
                }
            }
        });
    }

    /** Spreads the import over about forty seconds, so that each kill falls into it. */
    private static void pause(int pauses) {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofSeconds(40).toNanos() / pauses);
    }

    /** When to kill. */
    private interface MomentOfDeath {
        void await();
    }

    private void randomMoment() {
        long more = 500L + random.nextInt(4_000);
        long target = topics.committedEnd(Topics.SCORES) + more;
        Awaitility.await()
                .atMost(CAUGHT_UP_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> topics.lag("heed") == 0 || topics.committedEnd(Topics.SCORES) >= target);
    }

    /** Kills as soon as output appears: written, and with luck not yet committed. */
    private void betweenWriteAndCommit() {
        randomMoment();
        long written = topics.writtenEnd(Topics.SCORES);
        Awaitility.await()
                .atMost(CAUGHT_UP_WITHIN)
                .pollInterval(Duration.ofMillis(1))
                .pollDelay(Duration.ZERO)
                .until(() -> topics.writtenEnd(Topics.SCORES) > written);
    }

    private List<String> check(Load load, HeedProcess heed) throws Exception {
        List<String> problems = new ArrayList<>();
        Recounted recounted =
                Recounted.of(Map.of("HEED_AUDIENCES_INTERNAL", "1"), data.resolve("heed"), servers, "--limit", "1000");
        if (recounted.exitCode() != 0) {
            problems.addAll(recounted.lines());
        }
        compare(problems, "recounted", load.expected(Fate.COUNTED), recounted.count("counted"));
        compare(problems, "rows in motion", 0L, recounted.count("in motion"));
        problems.addAll(ChannelSums.differences(topics));

        Metrics metrics = Metrics.scrape(page(heed));
        compare(problems, "in", (long) load.items().size(), metrics.sum("heed_responses_in_total"));
        compare(problems, "counted", load.expected(Fate.COUNTED), metrics.sum("heed_responses_counted_total"));
        compare(problems, "duplicate", load.expected(Fate.DUPLICATE), metrics.sum("heed_responses_duplicate_total"));
        compare(problems, "corrected", load.expected(Fate.CORRECTED), metrics.sum("heed_responses_corrected_total"));
        compare(problems, "withdrawn", load.expected(Fate.WITHDRAWN), metrics.sum("heed_responses_withdrawn_total"));
        compare(problems, "rejected", load.expected(Fate.REJECTED), metrics.sum("heed_responses_rejected_total"));
        compare(problems, "rejected records", load.expected(Fate.REJECTED), (long)
                topics.read(Topics.REJECTED).size());

        Map<String, Long> drops = topics.drops().stream()
                .collect(Collectors.groupingBy(KillIT::identity, TreeMap::new, Collectors.counting()));
        drops.forEach((drop, times) -> compare(problems, drop, 1L, times));
        long falling = topics.drops().stream()
                .filter(drop -> drop.getState() == DropState.OPEN && drop.getUnit() == null)
                .map(Drop::getHospital)
                .distinct()
                .count();
        if (falling < 6) {
            problems.add("only " + falling + " of the six falling hospitals were flagged");
        }
        return problems;
    }

    private static String identity(Drop drop) {
        return drop.getDropId() + " " + drop.getPhase() + " " + drop.getSeverity();
    }

    private static <T> void compare(List<String> problems, String what, T expected, T actual) {
        if (!java.util.Objects.equals(expected, actual)) {
            problems.add(what + ": expected " + expected + ", was " + actual);
        }
    }

    private static URI page(HeedProcess heed) {
        Function<String, URI> address = line -> URI.create(line.replaceAll(".*(http://[^ /]+).*", "$1/"));
        return address.apply(heed.lines().stream()
                .filter(line -> line.contains("http://"))
                .findFirst()
                .orElseThrow());
    }
}

package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.acceptance.Load.Fate;
import heed.schemas.Feedback;
import heed.schemas.Score;
import heed.schemas.topic.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recount finds what is wrong with the scores, nothing where nothing is, and says what it can't tell. */
class RecountIT {

    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(2);
    private static final int RECOUNTS = 10;

    @TempDir
    private Path data;

    private TestServers servers;
    private CommittedTopics topics;

    @BeforeEach
    void start() {
        servers = TestServers.start(data.resolve("servers"));
        topics = new CommittedTopics(servers.bootstrap(), servers.registryUrl());
    }

    @AfterEach
    void stop() {
        topics.close();
        servers.close();
    }

    @Test
    void agreesWithThePipelineAsThePageDoesAndNamesTheOneRowThatIsChangedBehindItsBack() throws Exception {
        // Given
        Load load = Load.of(20_000, 10, 21);
        List<String> onThePage;
        try (HeedProcess heed = up()) {
            load.writeTo(topics);
            caughtUp();
            onThePage = differencesOnThePage(heed);
        }
        Recounted before = Recounted.of(data.resolve("heed"), servers);
        Recounted other = Recounted.of(data.resolve("heed"), servers, "--set", "pipeline.application-id=other");
        Map.Entry<String, Score> victim = topics.scores().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("T03||fft-2020.positive|MONTH|"))
                .findFirst()
                .orElseThrow();

        // When
        long n = victim.getValue().getN();
        plant(victim.getKey(), victim.getValue());
        Recounted after = Recounted.of(data.resolve("heed"), servers);

        // Then
        assertThat(onThePage).isEmpty();
        assertThat(before.text()).contains("The scores equal the recount.");
        assertThat(before.exitCode()).isZero();
        assertThat(before.count("counted")).isEqualTo(load.expected(Fate.COUNTED));
        assertThat(before.count("duplicate")).isEqualTo(load.expected(Fate.DUPLICATE));
        assertThat(before.count("conflict"))
                .isEqualTo(load.expected(Fate.CONFLICT))
                .isPositive();
        assertThat(before.count("shared")).isZero();
        assertThat(before.count("corrected")).isEqualTo(load.expected(Fate.CORRECTED));
        assertThat(before.count("withdrawn")).isEqualTo(load.expected(Fate.WITHDRAWN));
        assertThat(before.count("rejected")).isEqualTo(load.expected(Fate.REJECTED));
        assertThat(before.count("compared")).isEqualTo(topics.scores().size());
        assertThat(after.exitCode()).isEqualTo(1);
        assertThat(after.count("different")).isEqualTo(1);
        assertThat(after.differences())
                .containsExactly("difference  " + victim.getKey() + ": n is " + (n + 1) + ", recounted " + n);
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.text())
                .contains("the pipeline has committed nothing under the application id other", "Nothing was compared.");
    }

    private void caughtUp() {
        Awaitility.await().atMost(CAUGHT_UP_WITHIN).until(() -> topics.isWorkedOff("heed"));
    }

    /** Returns how the page differs from the topic once it has read it. */
    private List<String> differencesOnThePage(HeedProcess heed) throws Exception {
        URI page = heed.address("page");
        Map<String, Score> scores = topics.scores();
        return Awaitility.await()
                .atMost(CAUGHT_UP_WITHIN)
                .until(() -> PageFigures.differences(page, scores), List::isEmpty);
    }

    @Test
    void leavesOutWhatIsInMotionWhileThePipelineRuns() throws Exception {
        // Given
        Load load = Load.of(400_000, 10, 22);
        AtomicBoolean recounted = new AtomicBoolean();
        try (HeedProcess heed = up();
                Background writing = new Background(() -> writeUntil(recounted, load))) {
            Awaitility.await().atMost(CAUGHT_UP_WITHIN).until(() -> topics.committedEnd(Topics.SCORES) > 5_000);

            // When
            Recounted during = recountUntilSomethingMoves();
            recounted.set(true);

            // Then
            assertThat(during.count("compared")).isPositive();
            assertThat(during.count("in motion")).isPositive();
            writing.await();
            assertThat(heed.isAlive()).isTrue();
        }
    }

    @Test
    void doesNotJudgeHospitalsWhoseFirstResponsesAreGone() throws Exception {
        // Given
        boolean alive;
        try (HeedProcess heed = up()) {
            Load.of(5_000, 10, 23).writeTo(topics);
            caughtUp();
            alive = heed.isAlive();
        }
        deleteBeginnings();

        // When
        Recounted recounted = Recounted.of(data.resolve("heed"), servers);

        // Then
        assertThat(alive).isTrue();
        assertThat(recounted.exitCode()).isEqualTo(1);
        assertThat(recounted.count("different")).isZero();
        assertThat(recounted.count("compared")).isZero();
        assertThat(recounted.count("not judged")).isPositive();
        assertThat(recounted.text()).contains("the beginning of the input is gone", "the others are not verified");
    }

    /** Whether the pipeline commits while a recount compares is chance; every recount must agree with it, though. */
    private Recounted recountUntilSomethingMoves() throws InterruptedException {
        Recounted recounted;
        int left = RECOUNTS;
        do {
            recounted = Recounted.of(data.resolve("heed"), servers);
            assertThat(recounted.text()).contains("The scores equal the recount.");
        } while (recounted.count("in motion") == 0 && --left > 0);
        return recounted;
    }

    private HeedProcess up() {
        HeedProcess process = HeedProcess.up(servers, data.resolve("heed"));
        process.await(line -> line.contains("http://"));
        return process;
    }

    /** Writes on, a few acknowledged records at a time, until the recount has come to its end. */
    private void writeUntil(AtomicBoolean done, Load load) {
        try (Writing<String, Feedback> feedback = new Writing<>(topics.producer())) {
            int written = 0;
            for (Load.Item item : load.items()) {
                feedback.write(item.record());
                if (++written % 50 == 0) {
                    feedback.awaitAll();
                }
                if (done.get()) {
                    return;
                }
            }
        }
    }

    private void plant(String key, Score score) {
        score.put(score.getSchema().getField("n").pos(), score.getN() + 1);
        try (Writing<String, Score> scores = new Writing<>(topics.scoreProducer())) {
            scores.write(new ProducerRecord<>(Topics.SCORES.name(), key, score));
        }
    }

    private void deleteBeginnings() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrap()))) {
            Map<TopicPartition, RecordsToDelete> first = new HashMap<>();
            topics.read(Topics.FEEDBACK)
                    .forEach(record -> first.put(
                            new TopicPartition(record.topic(), record.partition()), RecordsToDelete.beforeOffset(1)));
            admin.deleteRecords(first).all().get();
        }
    }
}

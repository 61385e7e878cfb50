package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.app.acceptance.Load.Fate;
import heed.schemas.Feedback;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Score;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
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
    void agreesOverARestartAsThePageDoesAndNamesTheOneFigureOfEachTopicThatIsChangedBehindItsBack() throws Exception {
        // Given
        Load load = Load.revising(20_000, 10, 21);
        List<Load.Item> items = load.items();
        boolean aliveAtTheStop;
        try (HeedProcess heed = up()) {
            write(items.subList(0, items.size() / 2));
            caughtUp();
            aliveAtTheStop = heed.isAlive();
        }
        List<String> onThePage;
        try (HeedProcess heed = up()) {
            write(items.subList(items.size() / 2, items.size()));
            caughtUp();
            compared();
            onThePage = differencesOnThePage(heed);
        }
        Recounted before = Recounted.of(data.resolve("heed"), servers);
        Recounted other = Recounted.of(data.resolve("heed"), servers, "--set", "pipeline.application-id=other");
        Map<String, Long> rows = rows();

        // When
        List<String> planted = List.of(
                plant(Topics.SCORES, "T03||fft-2020.positive|MONTH|", "n"),
                plant(Topics.CHANNELS, "T03|fft-2020|", "minimum"),
                plant(Topics.DAYS, "T04|fft-2020|2026-06-07", "minimum"),
                plant(Topics.MOVEMENTS, "fft-2020.positive|2026-W15", "hospitals"),
                plant(Topics.MONTHS, "fft-2020.positive|2026-05|T02", "minimum"),
                plant(Topics.LEAGUE, "fft-2020.positive|2026-03|T05", "score"),
                plant(Topics.NATIONAL, "fft-2020.positive|2026-03", "below_minimum"));
        Recounted after = Recounted.of(data.resolve("heed"), servers);
        Recounted one = Recounted.of(data.resolve("heed"), servers, "--hospital", "T03");

        // Then
        assertThat(aliveAtTheStop).isTrue();
        assertThat(onThePage).isEmpty();
        assertThat(before.text()).contains("The scores equal the recount. So do all other rows that were compared.");
        assertThat(before.exitCode()).isZero();
        for (Fate fate : Fate.values()) {
            assertThat(before.count(fate.name().toLowerCase(Locale.ROOT)))
                    .isEqualTo(load.expected(fate))
                    .isPositive();
        }
        assertThat(before.count("shared")).isZero();
        rows.forEach((name, count) -> assertThat(before.count("compared", name))
                .as(name)
                .isEqualTo(count)
                .isPositive());
        assertThat(after.exitCode()).isEqualTo(1);
        rows.keySet()
                .forEach(name ->
                        assertThat(after.count("different", name)).as(name).isEqualTo(1));
        assertThat(after.differences()).containsExactlyElementsOf(planted);
        assertThat(one.differences()).containsExactlyElementsOf(planted.subList(0, 2));
        assertThat(one.text()).contains("left out    movements and league: they are of all hospitals");
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.text())
                .contains("the pipeline has committed nothing under the application id other", "Nothing was compared.");
    }

    /**
     * Returns how many rows each topic has, of the league final ones, under the words that the recount has for them.
     */
    private Map<String, Long> rows() {
        return Map.of(
                "scores", (long) topics.scores().size(),
                "days of channels", (long) topics.newest(Topics.CHANNELS).size(),
                "days for movements", (long) topics.newest(Topics.DAYS).size(),
                "movements", (long) topics.newest(Topics.MOVEMENTS).size(),
                "months for the league", (long) topics.newest(Topics.MONTHS).size(),
                "places in the league",
                        topics.newest(Topics.LEAGUE).values().stream()
                                .filter(LeagueRow::getFinal$)
                                .count(),
                "tables of the league",
                        topics.newest(Topics.NATIONAL).values().stream()
                                .filter(National::getFinal$)
                                .count());
    }

    private void write(List<Load.Item> items) {
        try (Writing<String, Feedback> feedback = new Writing<>(topics.producer())) {
            items.forEach(item -> feedback.write(item.record()));
        }
    }

    /** Waits until hospitals have been compared by all that is known of the one month that the load closes. */
    private void compared() {
        Awaitility.await()
                .atMost(CAUGHT_UP_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> topics.newest(Topics.NATIONAL).values().stream()
                        .filter(National::getFinal$)
                        .filter(national -> national.getRestatements() == restatements(national))
                        .map(National::getMonth)
                        .toList()
                        .equals(List.of("2026-03", "2026-03")));
    }

    private long restatements(National national) {
        return topics.newest(Topics.MONTHS).values().stream()
                .filter(month -> month.getMeasure().equals(national.getMeasure()))
                .filter(month -> month.getLabel().equals(national.getMonth()))
                .mapToLong(Score::getRestatements)
                .sum();
    }

    private void caughtUp() {
        Awaitility.await()
                .atMost(CAUGHT_UP_WITHIN)
                .until(() -> topics.isWorkedOff("heed") && topics.isTaken(Topics.DAYS, "heed"));
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

    /** Adds one to a number of the first row under a key that begins so, and returns the difference to be told of. */
    private <V extends SpecificRecord> String plant(Topic<V> topic, String beginning, String field) {
        Map.Entry<String, V> victim = topics.newest(topic).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(beginning))
                .findFirst()
                .orElseThrow();
        V row = victim.getValue();
        int place = row.getSchema().getField(field).pos();
        long right = ((Number) row.get(place)).longValue();
        row.put(place, row.get(place) instanceof Long ? (Object) (right + 1) : (Object) (int) (right + 1));
        try (Writing<String, V> forged = new Writing<>(topics.producer(topic))) {
            forged.write(new ProducerRecord<>(topic.name(), partition(topic, victim.getKey()), victim.getKey(), row));
        }
        String named = topic.equals(Topics.SCORES) ? victim.getKey() : topic.name() + " " + victim.getKey();
        return "difference  " + named + ": " + field + " is " + (right + 1) + ", recounted " + right;
    }

    /** Not every topic is partitioned by its keys. */
    private int partition(Topic<?> topic, String key) {
        return topics.read(topic).stream()
                .filter(record -> key.equals(record.key()))
                .findFirst()
                .orElseThrow()
                .partition();
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

package heed.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.bench.duck.DuckRecount;
import heed.bench.duck.DuckReport;
import heed.schemas.Score;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds what Flink says, with each of its back ends, against the count of DuckDB, field by field. */
class FlinkIT {

    /** Long enough that windows become final, and so many a day that no correction comes too late. */
    private static final Workload WORKLOAD = new Workload(12_000, 200, 3, 2, new Survey(2));

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path directory;

    private Broker broker;

    @BeforeEach
    void startBroker() {
        broker = Broker.start(directory.resolve("broker"));
    }

    @AfterEach
    void closeBroker() {
        broker.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Contender.class,
            names = {"FLINK_HASHMAP", "FLINK_ROCKSDB"})
    void saysTheRowsThatAreCounted(Contender contender) throws Exception {
        // Given
        Path questionnaire = WORKLOAD.survey().write(directory);
        BenchTopics.create(broker.bootstrap());
        ExpectedScores expected =
                new FeedbackLoad(WORKLOAD, new AvroSerdes(SharedSchemas.registry())).produce(broker.bootstrap());

        // When
        try (ChildJvm flink = start(contender, questionnaire);
                Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrap()))) {
            // The newest windows become final by a watermark that comes after the last response, with a checkpoint
            // more.
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                flink.ask(ContenderProcess.WELL);
                return InputProgress.committed(admin) == WORKLOAD.responses()
                        && InputProgress.isReadable(admin, Topics.SCORES)
                        && isFinalThrough(allArrivedMs() - latenessMs());
            });
        }
        SaidScores said = SaidScores.read(broker.bootstrap());
        DuckReport counted = recount(questionnaire, lastFinalEndMs());

        // Then
        assertThat(said.totals().same(expected.totals())).isTrue();
        assertThat(counted.compared()).isGreaterThan(1_000);
        assertThat(counted.examples()).isEmpty();
        assertThat(counted.differing()).isZero();
        assertThat(said.finals()).isGreaterThan(1_000);
    }

    private ChildJvm start(Contender contender, Path questionnaire) {
        ChildJvm started = ChildJvm.start(
                ContenderProcess.class,
                contender.classPath(Path.of("target/lib")),
                contender.jvm(),
                Redirect.INHERIT,
                contender.name(),
                broker.bootstrap(),
                "2",
                directory.resolve("state").toString(),
                questionnaire.toString());
        started.said();
        return started;
    }

    /** Returns the arrival by which all partitions have come, and with the slowest of them the watermark. */
    private long allArrivedMs() {
        Map<Integer, Long> newest = new HashMap<>();
        try (BenchReader input = new BenchReader(broker.bootstrap(), Topics.FEEDBACK)) {
            input.read(record -> newest.merge(record.partition(), record.timestamp(), Math::max));
        }
        return Collections.min(newest.values());
    }

    private static long latenessMs() {
        return RecountBench.duckRules().lateness().toMillis();
    }

    private boolean isFinalThrough(long endMs) {
        return scores().stream()
                .allMatch(score -> score.getFinal$() || score.getEnd().toEpochMilli() > endMs);
    }

    /** Returns what the watermark has reached: it is one for all hospitals, so that no earlier window may be open. */
    private long lastFinalEndMs() {
        return scores().stream()
                .filter(Score::getFinal$)
                .mapToLong(score -> score.getEnd().toEpochMilli())
                .max()
                .orElseThrow();
    }

    private Collection<Score> scores() {
        var scores = new AvroSerdes(SharedSchemas.registry()).of(Topics.SCORES).deserializer();
        Map<String, Score> newest = new HashMap<>();
        try (BenchReader output = new BenchReader(broker.bootstrap(), Topics.SCORES)) {
            output.read(record -> newest.put(record.key(), scores.deserialize(Topics.SCORES.name(), record.value())));
        }
        return newest.values();
    }

    private DuckReport recount(Path questionnaire, long closedThroughMs) throws Exception {
        try (DuckRecount recount = new DuckRecount(
                        RecountBench.duckRules(),
                        Survey.read(questionnaire).byId(Survey.ID).orElseThrow());
                BenchReader input = new BenchReader(broker.bootstrap(), Topics.FEEDBACK);
                BenchReader output = new BenchReader(broker.bootstrap(), Topics.SCORES)) {
            input.read(recount::feedback);
            output.read(recount::said);
            return recount.report(closedThroughMs);
        }
    }
}

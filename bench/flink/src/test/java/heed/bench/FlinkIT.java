package heed.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heed.bench.duck.DuckRecount;
import heed.bench.duck.DuckReport;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
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
            await().atMost(PATIENCE).until(() -> {
                flink.ask(ContenderProcess.WELL);
                return InputProgress.committed(admin) == WORKLOAD.responses();
            });
        }
        SaidScores said = SaidScores.read(broker.bootstrap());
        DuckReport counted = recount(questionnaire);

        // Then
        assertThat(said.totals().same(expected.totals())).isTrue();
        assertThat(counted.compared()).isGreaterThan(1_000);
        // The newest hours become final by a watermark that comes after the last response.
        assertThat(counted.examples()).allMatch(row -> row.endsWith("it is not final"));
        assertThat(counted.differing()).isLessThan(20);
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

    private DuckReport recount(Path questionnaire) throws Exception {
        try (DuckRecount recount = new DuckRecount(
                        RecountBench.duckRules(),
                        Survey.read(questionnaire).byId(Survey.ID).orElseThrow());
                BenchReader input = new BenchReader(broker.bootstrap(), Topics.FEEDBACK);
                BenchReader output = new BenchReader(broker.bootstrap(), Topics.SCORES)) {
            input.read(recount::feedback);
            output.read(recount::said);
            return recount.report();
        }
    }
}

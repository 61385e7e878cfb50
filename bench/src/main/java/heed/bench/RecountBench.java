package heed.bench;

import heed.app.audit.Recount;
import heed.app.audit.RecountReport;
import heed.app.audit.RecountRules;
import heed.app.server.embedded.TemporaryDirectory;
import heed.bench.duck.DuckRecount;
import heed.bench.duck.DuckReport;
import heed.bench.duck.DuckRules;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.IsolationLevel;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how long {@code heed recount} takes to count a log again and compare everything that was said with it, and
 * beside it how long DuckDB takes, which compares the scores alone.
 */
@Command(name = "recount-bench", mixinStandardHelpOptions = true, sortOptions = false)
public final class RecountBench implements Callable<Integer> {

    private static final int UNITS = 20;
    private static final int MEASURES = 6;

    @Option(names = "--responses", defaultValue = "1000000", description = "records (${DEFAULT-VALUE})")
    private long responses;

    @Option(names = "--hospitals", defaultValue = "200", description = "hospitals (${DEFAULT-VALUE})")
    private int hospitals;

    @Option(names = "--responses-a-day", defaultValue = "22000", description = "that arrive (${DEFAULT-VALUE})")
    private long responsesADay;

    @Option(names = "--runs", defaultValue = "3", description = "recounts of the same log (${DEFAULT-VALUE})")
    private int runs;

    private final AvroSerdes serdes = new AvroSerdes(SharedSchemas.registry());
    private Questionnaires questionnaires = Questionnaires.shipped();

    /** Runs the benchmark; the exit code is 1 where a recount does not agree with the pipeline. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new RecountBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Workload workload = new Workload(responses, responsesADay, hospitals, UNITS, new Survey(MEASURES));
        try (TemporaryDirectory directory = new TemporaryDirectory("heed-bench-");
                Broker broker = Broker.start(directory.path().resolve("broker"))) {
            BenchTopics.create(broker.bootstrap());
            ExpectedScores expected = new FeedbackLoad(workload, serdes).produce(broker.bootstrap());
            questionnaires = Survey.read(workload.survey().write(directory.path()));
            try (BenchPipeline pipeline = new BenchPipeline(PipelineSettings.entrant(
                    broker.bootstrap(), 2, directory.path().resolve("state"), questionnaires))) {
                pipeline.start();
                pipeline.awaitCommitted(expected.records());
            }
            boolean verified = true;
            for (int run = 0; run < runs; run++) {
                long began = cpu();
                verified &= recount(broker.bootstrap());
                long recounted = cpu();
                verified &= duck(broker.bootstrap());
                System.out.printf(
                        "ratio      recount to DuckDB %.2f, of CPU time%n",
                        (double) (recounted - began) / (cpu() - recounted));
            }
            return verified ? 0 : 1;
        }
    }

    private boolean recount(String bootstrap) throws Exception {
        long began = System.nanoTime();
        long cpu = cpu();
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            var source = new Recount.Source(
                    Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap),
                    PipelineSettings.GROUP,
                    IsolationLevel.READ_COMMITTED,
                    () -> serdes.of(Topics.FEEDBACK).deserializer(),
                    serdes,
                    Optional.empty());
            var rules = new RecountRules(
                    PipelineSettings.STEPS.admit().lateness(),
                    PipelineSettings.STEPS.ledger().days(),
                    PipelineSettings.STEPS.score().minimums(),
                    questionnaires,
                    HospitalDirectory.empty(),
                    PipelineSettings.STEPS.admit().places(),
                    PipelineSettings.STEPS.score().unitsFrom());
            RecountReport report = new Recount(source, rules, admin, new Quiet()).run(20);
            report.differences().forEach(difference -> System.out.println("difference " + difference));
            System.out.printf(
                    "recount    %,d responses, %,d rows compared, %d differ: %.1f s, %.1f s of CPU, %,d MB of heap at most%n",
                    responses,
                    report.compared(),
                    report.differing(),
                    Duration.ofNanos(System.nanoTime() - began).toMillis() / 1_000.0,
                    (cpu() - cpu) / 1e9,
                    Runtime.getRuntime().maxMemory() >> 20);
            return report.verified();
        }
    }

    private boolean duck(String bootstrap) throws SQLException {
        long began = System.nanoTime();
        long cpu = cpu();
        Questionnaire survey = questionnaires.byId(Survey.ID).orElseThrow();
        try (DuckRecount duck = new DuckRecount(duckRules(), survey);
                BenchReader input = new BenchReader(bootstrap, Topics.FEEDBACK);
                BenchReader output = new BenchReader(bootstrap, Topics.SCORES)) {
            input.read(duck::feedback);
            output.read(duck::said);
            long loaded = cpu();
            DuckReport report = duck.report();
            report.examples().forEach(difference -> System.out.println("difference " + difference));
            System.out.printf(
                    "DuckDB     %,d responses, %,d scores compared, %d differ: %.1f s, %.1f s of CPU, of which taking in %.1f (%s)%n",
                    responses,
                    report.compared(),
                    report.differing(),
                    Duration.ofNanos(System.nanoTime() - began).toMillis() / 1_000.0,
                    (cpu() - cpu) / 1e9,
                    (loaded - cpu) / 1e9,
                    duck.version());
            return report.differing() == 0;
        }
    }

    /** Returns what DuckDB's count goes by: the same as the recount. */
    static DuckRules duckRules() {
        return new DuckRules(
                HospitalDirectory.DEFAULT_ZONE,
                PipelineSettings.STEPS.admit().lateness(),
                PipelineSettings.STEPS.ledger().days(),
                PipelineSettings.STEPS.score().minimums());
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static final class Quiet implements Recount.Progress {
        @Override
        public void counted(long done, long total) {}

        @Override
        public void compared(Topic<?> topic, long done, long total) {}
    }
}

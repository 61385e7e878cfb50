package heed.bench;

import heed.app.server.embedded.TemporaryDirectory;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures what a response costs in the application: CPU time of this process, the broker having one of its own.
 *
 * <p>The figure is of the second half of the input, when the watch judges and windows become final as others begin.
 */
@Command(name = "pipeline-bench", mixinStandardHelpOptions = true, sortOptions = false)
public final class PipelineBench implements Callable<Integer> {

    @Option(names = "--responses", defaultValue = "2000000", description = "records (${DEFAULT-VALUE})")
    private long responses;

    @Option(names = "--hospitals", defaultValue = "200", description = "hospitals (${DEFAULT-VALUE})")
    private int hospitals;

    @Option(names = "--days", defaultValue = "90", description = "days that the records span (${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--runs", defaultValue = "3", description = "runs over the same input (${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--threads", defaultValue = "2", description = "stream threads (${DEFAULT-VALUE})")
    private int threads;

    @Option(
            names = "--restore",
            description = "after each run start the pipeline again and time its first committed score")
    private boolean restore;

    private final MemorySchemaRegistry registry = new MemorySchemaRegistry();
    private final AvroSerdes serdes = new AvroSerdes(registry);

    /** Runs the benchmark; the exit code is 1 where a run came to wrong totals. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PipelineBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, ExecutionException, InterruptedException {
        try (TemporaryDirectory directory = new TemporaryDirectory("heed-bench-");
                Broker broker = Broker.start(directory.path().resolve("broker"));
                BenchTopics topics = new BenchTopics(broker.bootstrap())) {
            topics.create();
            FeedbackLoad load = new FeedbackLoad(new Workload(responses, hospitals, days), serdes);
            ExpectedScores expected = load.produce(broker.bootstrap());
            describe(load, expected);
            Span limit = limit(broker);
            PipelineRun run = new PipelineRun(broker.bootstrap(), threads, directory.path(), registry, expected);
            List<Span> steady = new ArrayList<>();
            for (int i = 1; i <= runs; i++) {
                String applicationId = "heed-bench-" + i;
                steady.add(measure(run, applicationId).steady());
                if (restore) {
                    long restart = run.restart(applicationId, load).toMillis();
                    System.out.printf("           started again: first committed score after %,d ms%n", restart);
                }
                topics.deleteOf(applicationId);
            }
            conclude(steady, limit);
            return 0;
        }
    }

    private void describe(FeedbackLoad load, ExpectedScores expected) {
        System.out.printf(
                "input      %,d responses of %d bytes, %d hospitals of %d wards, %d days, %,d duplicates%n",
                responses, load.meanBytes(), hospitals, Workload.WARDS, days, expected.duplicates());
        System.out.printf(
                "machine    %d processors, Java %s, %d stream threads%n",
                Runtime.getRuntime().availableProcessors(), Runtime.version(), threads);
    }

    /** Reads the input and throws it away, twice: the first time compiles. */
    private static Span limit(Broker broker) {
        consume(broker);
        Span second = consume(broker);
        System.out.printf("limit      consume and discard: %s%n", second);
        return second;
    }

    private static Span consume(Broker broker) {
        try (BenchReader reader = new BenchReader(broker.bootstrap(), Topics.FEEDBACK)) {
            PipelineProgress.Moment begin = PipelineProgress.Moment.begin();
            long records = reader.read(record -> {});
            return begin.until(PipelineProgress.Moment.at(records));
        }
    }

    private static PipelineRun.Result measure(PipelineRun run, String applicationId) throws InterruptedException {
        PipelineRun.Result result = run.once(applicationId);
        System.out.printf("run        steady state: %s%n", result.steady());
        System.out.printf("           from the start: %s%n", result.whole());
        System.out.printf("           %s%n", result.scores());
        return result;
    }

    private static void conclude(List<Span> steady, Span limit) {
        List<Span> sorted = steady.stream()
                .sorted(Comparator.comparingDouble(Span::microsPerRecord))
                .toList();
        Span median = sorted.get(sorted.size() / 2);
        System.out.printf(
                "median     %s, %.1f times the limit%n", median, median.microsPerRecord() / limit.microsPerRecord());
    }
}

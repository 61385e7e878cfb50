package heed.bench;

import heed.bench.PipelineProgress.Moment;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import heed.topology.tally.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Runs the pipeline over the whole input, from nothing, and checks what it came to. */
final class PipelineRun {

    private final String bootstrap;
    private final int threads;
    private final Path directory;
    private final SchemaRegistry registry;
    private final ExpectedScores expected;

    PipelineRun(String bootstrap, int threads, Path directory, SchemaRegistry registry, ExpectedScores expected) {
        this.bootstrap = bootstrap;
        this.threads = threads;
        this.directory = directory;
        this.registry = registry;
        this.expected = expected;
    }

    Result once(String applicationId) throws InterruptedException {
        long records = expected.counted() + expected.duplicates();
        try (BenchReader reader = new BenchReader(bootstrap, Topics.SCORES)) {
            Map<TopicPartition, Long> before = reader.ends();
            Span steady;
            Span whole;
            try (BenchPipeline pipeline = pipeline(applicationId)) {
                PipelineProgress progress = new PipelineProgress(pipeline);
                Moment start = Moment.begin();
                pipeline.start();
                Moment half = progress.await(records / 2);
                Moment end = progress.awaitCommitted(records);
                steady = half.until(end);
                whole = start.until(end);
                check("counted", expected.counted(), pipeline.of(Outcome.COUNTED));
                check("duplicate", expected.duplicates(), pipeline.of(Outcome.DUPLICATE));
                check("rejected", 0, pipeline.rejected());
            }
            ScoresRead scores = ScoresRead.since(before, reader, new AvroSerdes(registry));
            if (!scores.totals().same(expected.totals())) {
                throw new IllegalStateException(
                        "wrong scores: expected " + expected.totals() + ", read " + scores.totals());
            }
            return new Result(steady, whole, scores);
        }
    }

    /**
     * Starts the pipeline of an earlier run again, from its changelogs, and returns how long its first committed score
     * took: that of one further response, written before the start.
     */
    Duration restart(String applicationId, FeedbackLoad load) {
        try (BenchReader reader = new BenchReader(bootstrap, Topics.SCORES);
                BenchPipeline pipeline = pipeline(applicationId)) {
            Map<TopicPartition, Long> before = reader.ends();
            load.produceOneMore(bootstrap);
            long begin = System.nanoTime();
            pipeline.start();
            reader.awaitRecord(before);
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    private BenchPipeline pipeline(String applicationId) {
        return new BenchPipeline(applicationId, bootstrap, threads, directory.resolve("state"), registry);
    }

    private static void check(String what, long wanted, long found) {
        if (wanted != found) {
            throw new IllegalStateException("wrong totals: " + what + " should be " + wanted + ", is " + found);
        }
    }

    /**
     * What a run cost.
     *
     * @param steady second half of the input
     * @param whole from the start of the pipeline
     * @param scores what it said
     */
    record Result(Span steady, Span whole, ScoresRead scores) {}
}

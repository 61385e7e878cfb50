package heed.bench;

import heed.bench.entrant.EntrantSettings;
import heed.bench.streams.StreamsEntrant;
import heed.schemas.rejected.RejectionReason;
import heed.topology.tally.Outcome;
import heed.topology.tally.PartitionTally;
import heed.topology.tally.PipelineTallies;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;

/** The pipeline as the application runs it, in this process. */
final class BenchPipeline implements AutoCloseable {

    private static final long LOOK_EVERY_MS = 10;

    private final PipelineTallies tallies = new PipelineTallies();
    private final StreamsEntrant pipeline;

    BenchPipeline(EntrantSettings settings) {
        pipeline = HeedEntrant.of(settings, tallies);
    }

    void start() {
        pipeline.start();
    }

    /** Waits until so many records have been processed and what they changed is committed. */
    void awaitCommitted(long records) throws InterruptedException {
        while (processed() < records) {
            pipeline.check();
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        TimeUnit.MILLISECONDS.sleep(3 * PipelineSettings.EMIT_INTERVAL.toMillis());
    }

    private long processed() {
        long done = rejected();
        for (Outcome outcome : Outcome.values()) {
            done += sum(tally -> tally.of(outcome));
        }
        return done;
    }

    long rejected() {
        long rejected = 0;
        for (RejectionReason reason : RejectionReason.values()) {
            rejected += sum(tally -> tally.of(reason));
        }
        return rejected;
    }

    private long sum(ToLongFunction<PartitionTally> count) {
        return tallies.byPartition().values().stream().mapToLong(count).sum();
    }

    @Override
    public void close() {
        pipeline.close();
    }
}

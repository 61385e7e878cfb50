package heed.bench;

import java.util.concurrent.TimeUnit;

/** Watches a pipeline work through its input and notes what each part cost. */
final class PipelineProgress {

    private static final long LOOK_EVERY_MS = 10;

    private final BenchPipeline pipeline;

    PipelineProgress(BenchPipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** Returns the moment at which {@code records} have been processed. */
    Moment await(long records) throws InterruptedException {
        long done = pipeline.processed();
        while (done < records) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            done = pipeline.processed();
        }
        return Moment.at(done);
    }

    /** Returns the moment at which all {@code records} have been processed, with the cost of committing the last. */
    Moment awaitCommitted(long records) throws InterruptedException {
        Moment last = await(records);
        TimeUnit.MILLISECONDS.sleep(2 * PipelineSettings.EMIT_INTERVAL.toMillis());
        return new Moment(last.records(), Cpu.nanos(), last.wallNanos());
    }

    record Moment(long records, long cpuNanos, long wallNanos) {

        static Moment begin() {
            return at(0);
        }

        static Moment at(long records) {
            return new Moment(records, Cpu.nanos(), System.nanoTime());
        }

        Span until(Moment later) {
            return new Span(later.records - records, later.cpuNanos - cpuNanos, later.wallNanos - wallNanos);
        }
    }
}

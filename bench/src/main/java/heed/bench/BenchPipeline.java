package heed.bench;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.serde.AvroSerdes;
import heed.topology.PipelineTopology;
import heed.topology.tally.Outcome;
import heed.topology.tally.PartitionTally;
import heed.topology.tally.PipelineTallies;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;

/** The pipeline as the application runs it, in this process. */
final class BenchPipeline implements AutoCloseable {

    private final PipelineTallies tallies = new PipelineTallies();
    private final ExecutorService comparer = Executors.newSingleThreadExecutor();
    private final KafkaStreams streams;
    private volatile @Nullable Throwable failure;

    BenchPipeline(String applicationId, String bootstrap, int threads, Path directory, SchemaRegistry registry) {
        streams = new KafkaStreams(
                PipelineTopology.build(
                        PipelineSettings.STEPS,
                        Questionnaires.shipped(),
                        HospitalDirectory.empty(),
                        registry,
                        new AvroSerdes(registry),
                        tallies,
                        comparer),
                PipelineSettings.streams(applicationId, bootstrap, threads, directory));
        streams.setUncaughtExceptionHandler(e -> {
            failure = e;
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
    }

    void start() {
        streams.start();
    }

    /** Returns how many records have been processed, and throws where the pipeline has failed. */
    long processed() {
        if (failure != null || streams.state() == State.ERROR) {
            throw new IllegalStateException("the pipeline failed", failure);
        }
        long done = 0;
        for (Outcome outcome : Outcome.values()) {
            done += of(outcome);
        }
        return done;
    }

    long of(Outcome outcome) {
        return sum(tally -> tally.of(outcome));
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
        streams.close();
        comparer.shutdownNow();
    }
}

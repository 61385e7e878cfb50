package heed.app.server.pipeline;

import heed.app.settings.Settings;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.TopicSerdes;
import heed.topology.PipelineConfig;
import heed.topology.PipelineTopology;
import heed.topology.admit.AdmitRules;
import heed.topology.league.LeagueRules;
import heed.topology.ledger.LedgerRules;
import heed.topology.score.ScoreRules;
import heed.topology.silence.SilenceRules;
import heed.topology.tally.PipelineTallies;
import heed.topology.watch.WatchRules;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology until it is closed or beyond help. */
public final class RunningPipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningPipeline.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);
    private static final Duration REGISTRY_PATIENCE = Duration.ofSeconds(60);
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(5);
    private static final int MOST_FAILURES = 8;
    private static final Duration FAILURES_WITHIN = Duration.ofMinutes(2);

    private final KafkaStreams streams;
    private final PipelineTallies tallies;
    private final RestoreProgress restores = new RestoreProgress();
    private final ExecutorService comparer;
    private final CompletableFuture<Void> died = new CompletableFuture<>();

    private RunningPipeline(
            Topology topology, Properties settings, PipelineTallies tallies, ExecutorService comparer, Clock clock) {
        this.streams = new KafkaStreams(topology, StreamsSettings.of(settings, topology));
        this.tallies = tallies;
        this.comparer = comparer;
        streams.setGlobalStateRestoreListener(restores);
        streams.setUncaughtExceptionHandler(
                new Restarts(MOST_FAILURES, FAILURES_WITHIN, clock, died::completeExceptionally));
        streams.setStateListener((now, before) -> {
            LOG.info("The pipeline changed its state now={} before={}", now, before);
            if (now == KafkaStreams.State.ERROR) {
                died.completeExceptionally(new IllegalStateException("Kafka Streams is in the state ERROR"));
            }
        });
    }

    /** Builds the topology and starts it; returns before it has its partitions. */
    public static RunningPipeline start(
            PipelineConfig config,
            Properties streamsSettings,
            HospitalDirectory hospitals,
            Questionnaires questionnaires,
            SchemaRegistry registry,
            TopicSerdes serdes,
            Clock clock) {
        var tallies = new PipelineTallies();
        ExecutorService comparer = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "heed-league");
            thread.setDaemon(true);
            return thread;
        });
        Topology topology =
                PipelineTopology.build(config, questionnaires, hospitals, registry, serdes, tallies, comparer);
        var pipeline = new RunningPipeline(topology, streamsSettings, tallies, comparer, clock);
        pipeline.streams.start();
        return pipeline;
    }

    /** Returns what the steps go by; {@code budget} is that of the settings and the hospitals' file. */
    public static PipelineConfig config(Settings settings, WatchRules budget) {
        return new PipelineConfig(
                new AdmitRules(settings.pipeline().lateness(), REGISTRY_PATIENCE),
                new LedgerRules(settings.pipeline().ledgerDays()),
                new ScoreRules(
                        settings.audiences().minimums(), settings.pipeline().lateness(), SILENCE),
                budget,
                settings.watch().time(),
                new SilenceRules(settings.watch().silenceFalseAlarmDays()),
                new LeagueRules(settings.audiences().minimums().published(), COMPARE_EVERY));
    }

    public KafkaStreams streams() {
        return streams;
    }

    public PipelineTallies tallies() {
        return tallies;
    }

    /** Returns how much state is left to restore. */
    RestoreProgress restores() {
        return restores;
    }

    /** Completes exceptionally when the pipeline is beyond help; never otherwise. */
    public CompletableFuture<Void> died() {
        return died;
    }

    @Override
    public void close() {
        if (!streams.close(CLOSE_LIMIT)) {
            LOG.warn("The pipeline did not stop in time and is left to the end of the process limit={}", CLOSE_LIMIT);
        }
        comparer.shutdownNow();
    }
}

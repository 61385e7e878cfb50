package heed.app.server.pipeline;

import heed.app.server.instance.InstanceId;
import heed.app.settings.Installation;
import heed.app.settings.Settings;
import heed.monitoring.pipeline.PipelineParts;
import heed.monitoring.pipeline.StateSource;
import heed.monitoring.pipeline.TallySource;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.serde.TopicSerdes;
import heed.topology.PipelineConfig;
import heed.topology.PipelineTopology;
import heed.topology.admit.AdmitRules;
import heed.topology.episode.EpisodeRules;
import heed.topology.league.LeagueRules;
import heed.topology.ledger.LedgerRules;
import heed.topology.score.ScoreRules;
import heed.topology.silence.SilenceRules;
import heed.topology.tally.PipelineTallies;
import heed.topology.watch.WatchRules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
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
    private static final Duration REGISTRY_ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final Duration QUIET_BEFORE_WALL_CLOCK = Duration.ofMinutes(5);
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(5);
    private static final int MOST_FAILURES = 8;
    private static final Duration FAILURES_WITHIN = Duration.ofMinutes(2);

    private final KafkaStreams streams;
    private final Settings.Pipeline settings;
    private final TallySource tallies;
    private final PipelineHealth health;
    private final StateSource state;
    private final Clock clock;
    private final RestoreProgress restores = new RestoreProgress();
    private final ExecutorService comparer;
    private final CompletableFuture<Void> died = new CompletableFuture<>();

    private RunningPipeline(
            Topology topology,
            Properties streamsSettings,
            Settings.Pipeline settings,
            PipelineTallies tallies,
            ExecutorService comparer,
            Clock clock) {
        this.streams = new KafkaStreams(topology, StreamsSettings.of(streamsSettings, topology));
        this.settings = settings;
        this.state = new StateView(streams, topology);
        this.tallies = new TallyView(tallies);
        this.health = new PipelineHealth(() -> StreamsView.of(streams), clock);
        this.clock = clock;
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

    /**
     * Builds the topology and starts it, its clients told what {@code client} says; returns before it has its
     * partitions.
     */
    public static RunningPipeline start(
            Installation installation,
            Map<String, ?> client,
            SchemaRegistry registry,
            TopicSerdes serdes,
            Clock clock) {
        Settings settings = installation.settings();
        var tallies = new PipelineTallies();
        ExecutorService comparer = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "heed-league");
            thread.setDaemon(true);
            return thread;
        });
        Topology topology = topology(installation, registry, serdes, tallies, comparer);
        Path data = settings.data().toAbsolutePath().normalize();
        Properties streams =
                StreamsSettings.of(settings.pipeline(), client, InstanceId.in(data), data.resolve("streams"));
        var pipeline = new RunningPipeline(topology, streams, settings.pipeline(), tallies, comparer, clock);
        pipeline.streams.start();
        return pipeline;
    }

    /** Builds the topology as an installation has it. */
    static Topology topology(
            Installation installation,
            SchemaRegistry registry,
            TopicSerdes serdes,
            PipelineTallies tallies,
            Executor comparer) {
        return PipelineTopology.build(
                config(installation.settings(), installation.budget()),
                installation.questionnaires(),
                installation.hospitals(),
                registry,
                serdes,
                tallies,
                comparer);
    }

    private static PipelineConfig config(Settings settings, WatchRules budget) {
        return new PipelineConfig(
                new AdmitRules(settings.pipeline().lateness(), REGISTRY_ANSWERS_WITHIN, settings.limits()),
                new LedgerRules(settings.pipeline().ledgerDays()),
                new ScoreRules(
                        settings.audiences().minimums(),
                        settings.pipeline().lateness(),
                        QUIET_BEFORE_WALL_CLOCK,
                        settings.pipeline().unitWindowsFrom()),
                budget,
                settings.watch().time(),
                new SilenceRules(settings.watch().silenceFalseAlarmDays()),
                new LeagueRules(settings.audiences().minimums().published(), COMPARE_EVERY),
                new EpisodeRules(settings.watch().episodeFalseAlarmDays()));
    }

    /** Returns the client, for Kafka's own meters. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Returns how many records of each partition came to what. */
    public TallySource tallies() {
        return tallies;
    }

    /** Returns how large the state of its steps is. */
    public StateSource state() {
        return state;
    }

    /** Returns whether it can be relied on. */
    public PipelineHealth health() {
        return health;
    }

    /** Returns how its parts stand, the registry among them. */
    public PipelineParts parts(RegistryContact registry) {
        return new PartsView(this, registry, settings.threads(), settings.partitions(), clock);
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

package heed.bench;

import heed.bench.entrant.EntrantSettings;
import heed.schemas.WatchTime;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.PipelineConfig;
import heed.topology.admit.AdmitRules;
import heed.topology.admit.CommitPace;
import heed.topology.episode.EpisodeRules;
import heed.topology.league.LeagueRules;
import heed.topology.ledger.LedgerRules;
import heed.topology.score.ScoreRules;
import heed.topology.silence.SilenceRules;
import heed.topology.watch.WatchRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings that the application runs with where nothing is set, but for how long it waits for an answer. */
final class PipelineSettings {

    static final Duration EMIT_INTERVAL = Duration.ofMillis(500);
    static final int MAX_POLL_RECORDS = 2_000;
    static final String GROUP = "heed-bench";
    static final PipelineConfig STEPS = new PipelineConfig(
            new AdmitRules(Duration.ofDays(45), Duration.ofSeconds(60), PlaceLimits.NONE),
            new LedgerRules(90),
            new ScoreRules(new Minimums(5, 21), Duration.ofDays(45), Duration.ofMinutes(5), Window.DAY),
            WatchRules.DEFAULTS,
            WatchTime.GIVEN,
            new SilenceRules(365),
            new LeagueRules(21, Duration.ofSeconds(5)),
            new EpisodeRules(3_650));

    /** Longer than the application's, so that a crowded machine slows a contender down and does not put it out. */
    private static final int SESSION_MS = 60_000;

    private static final int TRANSACTION_MS = 120_000;

    private static final int LINGER_MS = CommitPace.CATCHING_UP * (int) EMIT_INTERVAL.toMillis();

    private PipelineSettings() {}

    /**
     * Returns the settings of a contender; where the survey's questionnaire is not there, the first takes its place.
     */
    static EntrantSettings entrant(String bootstrap, int threads, Path directory, Questionnaires questionnaires) {
        return new EntrantSettings(
                bootstrap,
                GROUP,
                threads,
                directory,
                questionnaires,
                questionnaires.byId(Survey.ID).orElse(questionnaires.all().get(0)),
                SharedSchemas.registry(),
                streams(bootstrap, threads, directory),
                STEPS.score().minimums(),
                STEPS.score().lateness(),
                STEPS.score().unitsFrom(),
                EMIT_INTERVAL);
    }

    private static Properties streams(String bootstrap, int threads, Path directory) {
        Properties streams = new Properties();
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, GROUP);
        streams.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        streams.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        streams.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        streams.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, 1);
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, EMIT_INTERVAL.toMillis());
        streams.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        streams.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        streams.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), "bench");
        streams.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MS);
        streams.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), SESSION_MS / 3);
        streams.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MAX_POLL_RECORDS);
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MS);
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 131_072);
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MS);
        return streams;
    }
}

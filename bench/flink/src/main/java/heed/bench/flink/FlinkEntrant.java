package heed.bench.flink;

import heed.bench.entrant.Entrant;
import heed.bench.entrant.EntrantSettings;
import heed.schemas.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/** Runs the job in a cluster of this process, with a checkpoint a second. */
final class FlinkEntrant implements Entrant {

    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(1);
    /** A partition without hospitals must not hold back the others' windows. */
    private static final Duration IDLE_AFTER = Duration.ofSeconds(5);

    private static final String TRANSACTION_MS = "120000";

    private final EntrantSettings settings;
    private final String backEnd;
    private @Nullable JobClient job;
    private @Nullable CompletableFuture<JobExecutionResult> end;

    /** Keeps state in {@code backEnd}: {@code hashmap} or {@code rocksdb}. */
    FlinkEntrant(EntrantSettings settings, String backEnd) {
        this.settings = settings;
        this.backEnd = backEnd;
    }

    @Override
    public void start() {
        var environment = StreamExecutionEnvironment.createLocalEnvironment(settings.threads(), configuration());
        environment.getConfig().enableObjectReuse();
        environment
                .fromSource(
                        source(),
                        WatermarkStrategy.<Arrived>forMonotonousTimestamps().withIdleness(IDLE_AFTER),
                        "responses")
                .setParallelism(settings.threads())
                .keyBy(Arrived::hospital)
                .transform("scores", Said.TYPE, new ScoreOperator(FlinkRules.of(settings)))
                .sinkTo(sink());
        try {
            job = environment.executeAsync("scores");
            end = job.getJobExecutionResult();
        } catch (Exception e) {
            throw new IllegalStateException("Flink did not start", e);
        }
    }

    private Configuration configuration() {
        Path directory = settings.directory().toAbsolutePath();
        Configuration configuration = new Configuration();
        configuration.set(StateBackendOptions.STATE_BACKEND, backEnd);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_EVERY);
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                directory.resolve("checkpoints").toUri().toString());
        configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
        return configuration;
    }

    private KafkaSource<Arrived> source() {
        return KafkaSource.<Arrived>builder()
                .setBootstrapServers(settings.bootstrap())
                .setGroupId(settings.group())
                .setTopics(Topics.FEEDBACK.name())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                .setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "2000")
                .setDeserializer(new ArrivedSchema())
                .build();
    }

    private KafkaSink<Said> sink() {
        Properties producer = new Properties();
        producer.putAll(Map.of(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                TRANSACTION_MS,
                ProducerConfig.LINGER_MS_CONFIG,
                "50",
                ProducerConfig.BATCH_SIZE_CONFIG,
                "131072",
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4"));
        return KafkaSink.<Said>builder()
                .setBootstrapServers(settings.bootstrap())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(settings.group())
                .setKafkaProducerConfig(producer)
                .setRecordSerializer(new SaidSchema())
                .build();
    }

    @Override
    public void check() {
        if (end != null && end.isDone()) {
            throw new IllegalStateException(
                    "Flink's job has ended",
                    end.handle((result, failure) -> failure).join());
        }
    }

    @Override
    public void close() {
        if (job != null && end != null && !end.isDone()) {
            job.cancel().join();
        }
    }
}

package heed.app.server.pipeline;

import heed.app.settings.Settings;
import heed.topology.admit.CommitPace;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** Makes the settings of Kafka Streams out of ours. */
final class StreamsSettings {

    private static final int LEAST_TRANSACTION_TIMEOUT_MS = 10_000;
    /** How often an idle thread looks at the clock. A record ends the wait at once. */
    private static final int POLL_MS = 250;

    private static final int BATCH_BYTES = 131_072;
    private static final int MAX_POLL_RECORDS = 2_000;

    private StreamsSettings() {}

    static Properties of(Settings.Pipeline pipeline, Map<String, ?> client, String instanceId, Path stateDirectory) {
        Properties streams = new Properties();
        streams.putAll(client);
        streams.put(StreamsConfig.APPLICATION_ID_CONFIG, pipeline.applicationId());
        streams.put(
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                pipeline.guarantee().name().toLowerCase(Locale.ROOT));
        streams.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        streams.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, pipeline.threads());
        streams.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, pipeline.replication());
        long catchUpMs =
                pipeline.emitInterval().multipliedBy(CommitPace.CATCHING_UP).toMillis();
        streams.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, catchUpMs);
        streams.put(
                StreamsConfig.POLL_MS_CONFIG,
                Math.min(POLL_MS, pipeline.emitInterval().toMillis()));
        streams.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        streams.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, pipeline.standbyReplicas());
        membership(streams, pipeline, instanceId);
        // Nothing is read before the commit, which sends what waits: what goes before is only smaller batches.
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), Math.toIntExact(catchUpMs));
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // A killed instance's open transaction holds up readers until it is given up.
        streams.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                Math.max(LEAST_TRANSACTION_TIMEOUT_MS, 4 * catchUpMs));
        return streams;
    }

    /**
     * Returns the settings for {@code topology}. A member whose name is known to the group gets its old assignment back
     * and nobody looks at what the new release needs: a store that is new would wait for its changelog for ever. So
     * another topology has another name.
     */
    static Properties of(Properties settings, Topology topology) {
        Properties named = new Properties();
        named.putAll(settings);
        String key = StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        String shape = Integer.toHexString(topology.describe().toString().hashCode());
        named.put(key, settings.get(key) + "-" + shape);
        return named;
    }

    /** The classic protocol with a name that outlives the process: after a kill its partitions are back in seconds. */
    private static void membership(Properties streams, Settings.Pipeline pipeline, String instanceId) {
        int sessionMs = Math.toIntExact(pipeline.sessionTimeout().toMillis());
        streams.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        streams.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instanceId);
        streams.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), sessionMs);
        streams.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), sessionMs / 3);
        streams.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), MAX_POLL_RECORDS);
    }
}

package heed.app.command;

import heed.app.server.instance.InstanceFile;
import heed.app.server.instance.RunningInstance;
import heed.app.settings.SerdesKind;
import heed.app.settings.Settings;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedValues;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The servers that a command works on: those of the settings, or those of the Heed that runs on the data directory. */
record TargetServers(String bootstrap, URI registry, TopicSerdes serdes) {

    private static final Duration LONGEST_ASK = Duration.ofSeconds(15);

    static TargetServers of(Settings settings, CommandContext context) {
        Settings.Servers named = settings.servers();
        if (!named.embedded()) {
            return to(named.bootstrap().orElseThrow(), named.registry().orElseThrow(), named.serdes(), context);
        }
        Optional<RunningInstance> running = new InstanceFile(settings.data()).running();
        return running.map(instance -> to(instance.bootstrap(), instance.registry(), named.serdes(), context))
                .orElseThrow(() -> new IllegalStateException("no Heed runs on the data directory " + settings.data()
                        + ". Start one with `heed up`, say --data DIR for another directory,"
                        + " or --bootstrap HOST:PORT and --registry URL for other servers."));
    }

    /** Returns a reader of all that {@code topic} holds; brokers that are away are an error after a while. */
    <V> CommittedValues<V> values(Topic<V> topic) {
        Map<String, Object> connection = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap, ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                        LONGEST_ASK.toMillis());
        return new CommittedValues<>(topic, serdes, CommittedConsumers.of(connection));
    }

    private static TargetServers to(String bootstrap, URI registry, SerdesKind kind, CommandContext context) {
        return new TargetServers(bootstrap, registry, kind.serdes(registry, context.clock()));
    }
}

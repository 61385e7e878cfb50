package heed.app.demo;

import heed.app.server.Servers;
import heed.app.settings.SerdesKind;
import heed.schemas.Drop;
import heed.schemas.Score;
import heed.schemas.reader.CommittedConsumers;
import heed.schemas.reader.CommittedValues;
import heed.schemas.registry.RegistryAccess;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Reads what the pipeline has concluded: the newest committed version of every score and drop. */
final class Results {

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final TopicSerdes serdes;

    Results(Servers servers, SerdesKind kind, Clock clock) {
        consumers = CommittedConsumers.of(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.bootstrap()));
        serdes = kind.serdes(servers.registryUrl(), RegistryAccess.NONE, clock);
    }

    /** Everything that was concluded. */
    record Read(List<Score> scores, List<Drop> drops, long rejected) {}

    Read read() {
        return new Read(
                newest(Topics.SCORES),
                newest(Topics.DROPS),
                values(Topics.REJECTED).count());
    }

    private <V> List<V> newest(Topic<V> topic) {
        return List.copyOf(values(topic).newest().values());
    }

    private <V> CommittedValues<V> values(Topic<V> topic) {
        return new CommittedValues<>(topic, serdes, consumers);
    }
}

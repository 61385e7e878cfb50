package heed.app.server.embedded;

import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a real Kafka broker in this process, for a machine that has none.
 *
 * <p>It listens on loopback only, without authentication, and keeps its data in a directory that one process at a time
 * may use. Data survives a restart, also after the process was killed; the port does not, unless it is set.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(4);
    private static final int TRIES = 5;

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final String bootstrap;
    private final String clusterId;

    private EmbeddedBroker(DirectoryLock lock, KafkaRaftServer server, String bootstrap, String clusterId) {
        this.lock = lock;
        this.server = server;
        this.bootstrap = bootstrap;
        this.clusterId = clusterId;
    }

    /** Starts a broker on a free port and returns when it answers. */
    public static EmbeddedBroker start(Path directory) {
        return start(directory, FreePorts::pair, TRIES);
    }

    /** Starts a broker on a port of the caller's choice and returns when it answers. */
    public static EmbeddedBroker start(Path directory, int port) {
        return start(directory, () -> FreePorts.besides(port), 1);
    }

    private static EmbeddedBroker start(Path directory, Supplier<FreePorts.Pair> ports, int tries) {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            BrokerStorage storage = BrokerStorage.open(directory);
            for (int left = tries; ; left--) {
                FreePorts.Pair pair = ports.get();
                try {
                    KafkaRaftServer server = launch(directory, storage, pair);
                    return new EmbeddedBroker(
                            lock, server, BrokerSettings.HOST + ":" + pair.first(), storage.clusterId());
                } catch (PortTakenException e) {
                    if (left == 1) {
                        throw FreePorts.taken(pair.first(), e);
                    }
                }
            }
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static KafkaRaftServer launch(Path directory, BrokerStorage storage, FreePorts.Pair ports) {
        KafkaConfig config = new KafkaConfig(BrokerSettings.of(storage.log(), ports.first(), ports.second()), false);
        KafkaRaftServer server;
        try {
            server = new KafkaRaftServer(config, Time.SYSTEM);
        } catch (RuntimeException e) {
            throw BrokerStorage.foreign(directory, e);
        }
        BrokerDeath.isSaidOf(directory);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            stop(server);
            if (causes(e).anyMatch(BindException.class::isInstance)) {
                throw new PortTakenException(e);
            }
            throw new ServerStartException("The embedded Kafka broker did not start: " + e, e);
        }
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }

    /** Stops the broker but waits no longer than {@link #CLOSE_LIMIT}: its data is safe without a clean stop too. */
    private static void stop(KafkaRaftServer server) {
        Thread stopping = new Thread(server::shutdown, "embedded-broker-stop");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (stopping.isAlive()) {
            LOG.warn("Broker did not stop in time and is left to the end of the process limit={}", CLOSE_LIMIT);
        }
    }

    /** Returns {@code host:port} for {@code bootstrap.servers}. */
    public String bootstrap() {
        return bootstrap;
    }

    /** Returns the id that the data directory was given when it was formatted: the same after every restart. */
    public String clusterId() {
        return clusterId;
    }

    @Override
    public void close() {
        stop(server);
        lock.close();
    }

    private static final class PortTakenException extends RuntimeException {
        PortTakenException(Throwable cause) {
            super(cause);
        }
    }
}

package heed.app.server.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The settings of a single broker that is its own controller: for one machine, loopback only, quick to start.
 *
 * <p>Nothing is replicated, so the data is as safe as the disk it is on; whoever needs more uses servers of their own.
 */
final class BrokerSettings {

    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";
    static final String HOST = "127.0.0.1";

    /** One copy of internal topics, and few partitions, since each is a directory to open at start. */
    private static final Map<String, String> INTERNAL_TOPICS = Map.ofEntries(
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"));

    /** What suits one machine, a laptop or a small server, on which the application runs too. */
    private static final Map<String, String> FOR_ONE_MACHINE = Map.ofEntries(
            // Topics are made with their settings by those who know them.
            Map.entry("auto.create.topics.enable", "false"),
            // One member at a time joins here; waiting for more only delays the first score.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // A laptop may be away for longer than a week; its consumers go on where they were.
            Map.entry("offsets.retention.minutes", "527040"),
            // A transaction of a killed process hides later records for its timeout plus at most this.
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
            // After a kill the broker may return only when its old session is over; the default is 9 s.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            // A controller alone has nobody to tell that it is still there, twice a second, in a log that only grows.
            Map.entry("metadata.max.idle.interval.ms", "10000"),
            // It shares the process and two cores with the application.
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"),
            Map.entry("log.cleaner.dedupe.buffer.size", "16777216"));

    private BrokerSettings() {}

    static Map<String, String> of(Path log, int port, int controllerPort) {
        Map<String, String> settings = new HashMap<>(identity(log, port, controllerPort));
        settings.putAll(INTERNAL_TOPICS);
        settings.putAll(FOR_ONE_MACHINE);
        return settings;
    }

    private static Map<String, String> identity(Path log, int port, int controllerPort) {
        return Map.ofEntries(
                Map.entry("node.id", String.valueOf(NODE)),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("log.dirs", log.toString()),
                Map.entry("server.max.startup.time.ms", "60000"),
                // Static voters: their address is not part of the data, so a restart may use other ports.
                Map.entry(
                        "listeners", "CLIENT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort),
                Map.entry("advertised.listeners", "CLIENT://" + HOST + ":" + port),
                Map.entry("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "CLIENT"),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry("controller.quorum.voters", NODE + "@" + HOST + ":" + controllerPort));
    }
}

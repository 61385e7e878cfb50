package heed.app.fault;

import heed.app.acceptance.HeedProcess;
import heed.schemas.topic.Topic;
import java.io.IOException;
import java.io.Writer;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A broker in a process of its own: on the packaged program's libraries, so on the Kafka that Heed brings along. */
final class BrokerChild implements AutoCloseable {

    private final Path directory;
    private final BrokerPorts ports;
    private final Path settings;
    private final Properties properties = new Properties();
    private int advertised;
    private @Nullable HeedProcess process;

    BrokerChild(Path directory, int node, BrokerPorts ports, String voters, int brokers) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.ports = ports;
        this.settings = directory.resolve("server.properties");
        String copies = Integer.toString(brokers);
        String least = Integer.toString(Math.min(2, brokers));
        properties.putAll(Map.ofEntries(
                Map.entry("node.id", Integer.toString(node)),
                Map.entry("process.roles", "broker,controller"),
                Map.entry("controller.quorum.voters", voters),
                Map.entry("log.dirs", directory.resolve("log").toString()),
                Map.entry(
                        "listeners",
                        "CLIENT://127.0.0.1:%d,INTERNAL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                                .formatted(ports.client(), ports.internal(), ports.controller())),
                Map.entry("listener.security.protocol.map", "CLIENT:PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("inter.broker.listener.name", "INTERNAL"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
                Map.entry("default.replication.factor", copies),
                Map.entry("min.insync.replicas", least),
                Map.entry("offsets.topic.replication.factor", copies),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", copies),
                Map.entry("transaction.state.log.min.isr", least),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000")));
        advertise(ports.client());
    }

    /** Has clients told that the broker listens on {@code port} from its next start on. */
    void advertise(int port) throws IOException {
        advertised = port;
        properties.put(
                "advertised.listeners", "CLIENT://127.0.0.1:" + port + ",INTERNAL://127.0.0.1:" + ports.internal());
        try (Writer out = Files.newBufferedWriter(settings)) {
            properties.store(out, null);
        }
    }

    void start() {
        try {
            Path classes = Path.of(BrokerNode.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            process = HeedProcess.shell(
                    directory,
                    Map.of(),
                    "'%s' -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.net.preferIPv4Stack=true -cp '%s/*:%s' %s '%s' 2>>'%s'"
                            .formatted(
                                    Path.of(System.getProperty("java.home"), "bin", "java"),
                                    HeedProcess.LIBRARIES,
                                    classes,
                                    BrokerNode.class.getName(),
                                    settings,
                                    directory.resolve("broker.err")));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the tests' classes are not in a directory", e);
        }
    }

    void awaitReady() {
        process().await(line -> line.equals(BrokerNode.READY));
    }

    /** Starts it again and waits until it answers. */
    void startAgain() {
        start();
        awaitReady();
    }

    void kill() throws InterruptedException {
        process().kill();
    }

    /** Cuts the newest file of each partition of a topic in two, as a disk does that lost what was written last. */
    void cutLogOf(Topic<?> topic) throws IOException {
        try (Stream<Path> partitions = Files.list(log())) {
            for (Path partition : partitions
                    .filter(each -> each.getFileName().toString().startsWith(topic.name() + "-"))
                    .toList()) {
                cutNewest(partition);
            }
        }
    }

    private static void cutNewest(Path partition) throws IOException {
        try (Stream<Path> files = Files.list(partition)) {
            Path newest = files.filter(file -> file.toString().endsWith(".log"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            try (FileChannel open = FileChannel.open(newest, StandardOpenOption.WRITE)) {
                open.truncate(open.size() / 2);
            }
        }
    }

    void pause() throws IOException, InterruptedException {
        process().pause();
    }

    void goOn() throws IOException, InterruptedException {
        process().goOn();
    }

    private HeedProcess process() {
        if (process == null) {
            throw new IllegalStateException("the broker was not started");
        }
        return process;
    }

    private Path log() {
        return Path.of(properties.getProperty("log.dirs"));
    }

    /** Returns the port that it listens on for clients, whatever they are told. */
    int port() {
        return ports.client();
    }

    /** Returns what clients are told. */
    String address() {
        return "127.0.0.1:" + advertised;
    }

    @Override
    public void close() {
        if (process != null) {
            process.close();
        }
    }
}

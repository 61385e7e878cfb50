package heed.app.fault;

import heed.app.acceptance.HeedProcess;
import heed.app.acceptance.Plug;
import heed.app.server.Servers;
import heed.app.server.embedded.EmbeddedRegistry;
import heed.app.server.embedded.RegistryHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** One broker or three, each a process of its own and a controller too, and a registry beside them. */
final class Cluster implements Servers {

    private final List<BrokerChild> brokers;
    private final EmbeddedRegistry registry;

    private Cluster(List<BrokerChild> brokers, EmbeddedRegistry registry) {
        this.brokers = brokers;
        this.registry = registry;
    }

    /** Starts {@code size} brokers and returns when they know each other. */
    static Cluster start(Path directory, int size) throws IOException {
        return started(directory, brokers(directory, size));
    }

    /** Starts one broker to which all its clients come through {@code plug}, which is given its port. */
    static Cluster startBehind(Path directory, PlugMaker plug) throws IOException {
        List<BrokerChild> brokers = brokers(directory, 1);
        brokers.get(0).advertise(plug.to(brokers.get(0).port()).port());
        return started(directory, brokers);
    }

    /** Makes what stands before a port. */
    interface PlugMaker {
        Plug to(int port) throws IOException;
    }

    private static List<BrokerChild> brokers(Path directory, int size) throws IOException {
        List<Integer> controllers = freePorts(size);
        String voters = IntStream.range(0, size)
                .mapToObj(i -> (i + 1) + "@127.0.0.1:" + controllers.get(i))
                .collect(Collectors.joining(","));
        List<BrokerChild> brokers = new ArrayList<>();
        List<Integer> ports = freePorts(2 * size);
        for (int i = 0; i < size; i++) {
            BrokerPorts own = new BrokerPorts(ports.get(2 * i), ports.get(2 * i + 1), controllers.get(i));
            brokers.add(new BrokerChild(directory.resolve("broker-" + (i + 1)), i + 1, own, voters, size));
        }
        return brokers;
    }

    private static Cluster started(Path directory, List<BrokerChild> brokers) throws IOException {
        Cluster cluster = new Cluster(
                brokers,
                EmbeddedRegistry.start(directory.resolve("registry"), RegistryHome.find(), HttpClient.newHttpClient()));
        try {
            brokers.forEach(BrokerChild::start);
            brokers.forEach(BrokerChild::awaitReady);
            cluster.awaitAll();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Returns ports that nobody listens on, and that no client is given as its own while they are asked for. */
    private static List<Integer> freePorts(int count) throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
    }

    /** Returns a broker; they are numbered from 0. */
    BrokerChild broker(int number) {
        return brokers.get(number);
    }

    int size() {
        return brokers.size();
    }

    /** Waits until every broker is there and every copy of every partition has all of it. */
    void awaitAll() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            Awaitility.await()
                    .atMost(HeedProcess.GENEROUS)
                    .ignoreExceptions()
                    .until(() -> admin.describeCluster().nodes().get().size() == size() && behind(admin) == 0);
        }
    }

    private static long behind(Admin admin) throws InterruptedException, ExecutionException {
        return admin.describeTopics(admin.listTopics().names().get()).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream())
                .filter(partition ->
                        partition.isr().size() < partition.replicas().size())
                .count();
    }

    @Override
    public String bootstrap() {
        return brokers.stream().map(BrokerChild::address).collect(Collectors.joining(","));
    }

    @Override
    public URI registryUrl() {
        return registry.url();
    }

    @Override
    public void close() {
        List<BrokerChild> last = new ArrayList<>(brokers);
        Collections.reverse(last);
        last.forEach(BrokerChild::close);
        registry.close();
    }
}

package heed.app.server.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {

    @TempDir
    Path directory;

    @Test
    void keepsCommittedRecordsAndItsIdentityOverARestart() throws Exception {
        // Given
        String clusterId;
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
            clusterId = broker.clusterId();
            Letters.createTopic(broker.bootstrap());
            Letters.sendCommitted(broker.bootstrap(), "kept");
            Letters.sendAborted(broker.bootstrap(), "taken back");
        }

        // When
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {
            Letters.sendCommitted(broker.bootstrap(), "after");

            // Then
            assertThat(broker.clusterId()).isEqualTo(clusterId);
            assertThat(Letters.readCommitted(broker.bootstrap(), 2)).containsExactly("kept", "after");
        }
    }

    @Test
    void refusesAPathThatKafkaWouldTakeForTwo() {
        // Given
        Path two = directory.resolve("data, old");

        // When // Then
        assertThatThrownBy(() -> EmbeddedBroker.start(two))
                .isInstanceOf(ServerStartException.class)
                .hasMessage("There is a comma in " + two
                        + ", which Kafka takes for two directories. Choose another with --data.");
    }

    @Test
    void tellsClientsALoopbackAddressAndItsOwnClusterId() throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
                Admin admin = admin(broker)) {
            // When
            var cluster = admin.describeCluster();

            // Then
            assertThat(cluster.clusterId().get()).isEqualTo(broker.clusterId());
            assertThat(cluster.nodes().get())
                    .extracting(Node::host, node -> node.host() + ":" + node.port())
                    .containsExactly(tuple("127.0.0.1", broker.bootstrap()));
        }
    }

    @Test
    void hasTheTransactionsThatExactlyOnceNeeds() throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
                Admin admin = admin(broker)) {
            // When
            var features = admin.describeFeatures().featureMetadata().get().finalizedFeatures();

            // Then
            assertThat(features.get("transaction.version").maxVersionLevel()).isEqualTo((short) 2);
        }
    }

    @Test
    void makesNoTopicThatNobodyCreated() throws Exception {
        // Given
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory);
                Admin admin = admin(broker)) {
            // When
            var partitions = Letters.askFor(broker.bootstrap());

            // Then
            assertThat(partitions).isNullOrEmpty();
            assertThat(admin.listTopics().names().get()).doesNotContain("letters");
        }
    }

    @Test
    void listensOnThePortItIsGiven() {
        // Given
        int port = FreePorts.pair().first();

        // When
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, port)) {

            // Then
            assertThat(broker.bootstrap()).isEqualTo("127.0.0.1:" + port);
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            // When // Then
            assertThatThrownBy(() -> EmbeddedBroker.start(directory, port))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessage("Port " + port + " is taken by another program. Stop it, or set another port.");
        }
    }

    @Test
    void refusesADirectoryThatIsInUse() {
        // Given
        try (EmbeddedBroker running = EmbeddedBroker.start(directory)) {

            // When // Then
            assertThatThrownBy(() -> EmbeddedBroker.start(directory))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessage("The data directory " + directory + " is in use by another running Heed."
                            + " Stop that one, or choose another directory with --data.");
            assertThat(running.bootstrap()).isNotEmpty();
        }
    }

    @Test
    void refusesAPathThatIsAFile() throws IOException {
        // Given
        Path file = Files.createFile(directory.resolve("file"));

        // When // Then
        assertThatThrownBy(() -> EmbeddedBroker.start(file.resolve("data")))
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("The data directory " + file.resolve("data") + " can't be written (")
                .hasMessageEndingWith("). Make it writable, or choose another directory with --data.");
    }

    @Test
    void refusesTheDataOfAnotherServerAndLeavesItAsItIs() throws IOException {
        // Given
        Path log = Files.createDirectories(directory.resolve("log"));
        Files.writeString(log.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=theirs\n");

        // When // Then
        assertThatThrownBy(() -> EmbeddedBroker.start(directory))
                .isInstanceOf(ServerStartException.class)
                .hasMessage(directory + " holds data in a format that this version's broker does not read."
                        + " Move it away, or choose another directory with --data.");
        assertThat(log).isDirectoryContaining(file -> file.endsWith("meta.properties"));
    }

    @Test
    void formatsAgainWhatAKilledProcessLeftHalfFormatted() throws IOException {
        // Given
        Files.writeString(Files.createDirectories(directory.resolve("log.new")).resolve("meta.properties"), "vers");

        // When
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory)) {

            // Then
            assertThat(broker.clusterId()).isNotEmpty();
        }
    }

    @Test
    void stopsWhileClientsAreConnected() throws InterruptedException, ExecutionException {
        // Given
        EmbeddedBroker broker = EmbeddedBroker.start(directory);
        try (Admin admin = admin(broker)) {
            admin.describeCluster().clusterId().get();
            long start = System.nanoTime();

            // When
            broker.close();

            // Then
            System.out.println("broker stopped in " + Duration.ofNanos(System.nanoTime() - start));
            try (EmbeddedBroker again = EmbeddedBroker.start(directory)) {
                assertThat(again.clusterId()).isEqualTo(broker.clusterId());
            }
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", List.of(broker.bootstrap())));
    }
}

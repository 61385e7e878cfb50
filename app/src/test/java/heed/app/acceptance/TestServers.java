package heed.app.acceptance;

import heed.app.server.Servers;
import heed.app.server.embedded.EmbeddedBroker;
import heed.app.server.embedded.EmbeddedRegistry;
import heed.app.server.embedded.RegistryHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A broker of a test's own, beside a registry that all tests of this process share: what contracts are is the same to
 * each of them, and a registry takes longer to start than most of them take.
 */
public final class TestServers implements Servers {

    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private TestServers(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** Starts a broker with its data in {@code directory}, and the registry where nobody has yet. */
    public static TestServers start(Path directory) {
        EmbeddedRegistry registry = Shared.REGISTRY;
        return new TestServers(EmbeddedBroker.start(directory), registry);
    }

    @Override
    public String bootstrap() {
        return broker.bootstrap();
    }

    @Override
    public URI registryUrl() {
        return registry.url();
    }

    /** Stops the broker; the registry ends with this process. */
    @Override
    public void close() {
        broker.close();
    }

    private static final class Shared {

        private static final EmbeddedRegistry REGISTRY =
                EmbeddedRegistry.start(directory(), RegistryHome.find(), HttpClient.newHttpClient());

        private static Path directory() {
            try {
                return Files.createDirectories(Path.of(
                        "target", "tests", "registry-" + ProcessHandle.current().pid()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

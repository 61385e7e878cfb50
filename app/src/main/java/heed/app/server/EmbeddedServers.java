package heed.app.server;

import heed.app.server.embedded.EmbeddedBroker;
import heed.app.server.embedded.EmbeddedRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A broker and a registry of our own, both keeping their data under one directory.
 *
 * <p>They start side by side, since each takes seconds; when one does not start, the other is stopped.
 */
public final class EmbeddedServers implements Servers {

    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private EmbeddedServers(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** Starts both on free ports and returns when both answer; {@code registryHome} holds the registry's program. */
    public static EmbeddedServers start(Path data, Path registryHome, HttpClient http) {
        var registry = CompletableFuture.supplyAsync(
                () -> EmbeddedRegistry.start(data.resolve("registry"), registryHome, http),
                EmbeddedServers::onOwnThread);
        EmbeddedBroker broker;
        try {
            broker = EmbeddedBroker.start(data.resolve("broker"));
        } catch (RuntimeException e) {
            registry.thenAccept(EmbeddedRegistry::close)
                    .exceptionally(alsoFailed -> null)
                    .join();
            throw e;
        }
        try {
            return new EmbeddedServers(broker, registry.join());
        } catch (CompletionException e) {
            broker.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void onOwnThread(Runnable task) {
        Thread thread = new Thread(task, "embedded-registry-start");
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns the id of the broker's data, by which a client can tell that it talks to this broker. */
    public String clusterId() {
        return broker.clusterId();
    }

    @Override
    public String bootstrap() {
        return broker.bootstrap();
    }

    @Override
    public URI registryUrl() {
        return registry.url();
    }

    @Override
    public void close() {
        try {
            broker.close();
        } finally {
            registry.close();
        }
    }
}

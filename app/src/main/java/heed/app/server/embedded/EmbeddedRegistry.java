package heed.app.server.embedded;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a real schema registry in a child process, for a machine that has none.
 *
 * <p>It listens on a free loopback port, speaks the Confluent registry API and keeps its schemas in a directory that
 * one process at a time may use. It refuses schemas that are not fully compatible with all versions before them, and
 * everything that {@link RegistryRule} does. A process that ends by itself is followed by another on the same port and
 * data. It ends with this process, also when this process is killed.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(6);

    private final DirectoryLock lock;
    private final RegistryLaunch launch;
    private final URI url;
    private final Thread keeper;
    private volatile RegistryProcess process;
    private volatile boolean closing;

    private EmbeddedRegistry(DirectoryLock lock, RegistryLaunch launch, RegistryProcess process) {
        this.lock = lock;
        this.launch = launch;
        this.process = process;
        this.url = RegistryLaunch.url(process);
        this.keeper = new Thread(this::keep, "registry-keeper");
        keeper.setDaemon(true);
    }

    /** Starts the registry whose program is in {@code home} and returns when it answers. */
    public static EmbeddedRegistry start(Path directory, Path home, HttpClient http) {
        Path absolute = directory.toAbsolutePath();
        DirectoryLock lock = DirectoryLock.take(absolute);
        try {
            RegistryLaunch launch = new RegistryLaunch(absolute, home, http);
            EmbeddedRegistry registry = new EmbeddedRegistry(lock, launch, launch.ready(0));
            registry.keeper.start();
            return registry;
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void keep() {
        try {
            while (!closing) {
                if (!process.livesAfter(LOOK) && !closing && !javaIsEnding()) {
                    startAgain();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ctrl-C reaches the registry's process too, which has ended before this one comes to closing it. */
    private static boolean javaIsEnding() {
        try {
            Thread none = new Thread(() -> {}, "never-started");
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void startAgain() throws InterruptedException {
        LOG.warn(
                "The schema registry's process has ended and is started again pid={}",
                process.handle().pid());
        try {
            process = launch.ready(url.getPort());
            LOG.info(
                    "The schema registry answers again url={} pid={}",
                    url,
                    process.handle().pid());
        } catch (ServerStartException e) {
            if (closing) {
                return;
            }
            LOG.error("The schema registry could not be started again retry_in={} reason={}", PAUSE, e.getMessage());
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /** Returns the address for {@code schema.registry.url}. */
    public URI url() {
        return url;
    }

    /** Returns the process that runs now, for those who must see that it ends. */
    ProcessHandle process() {
        return process.handle();
    }

    @Override
    public void close() {
        closing = true;
        keeper.interrupt();
        try {
            keeper.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.close();
        lock.close();
    }
}

package heed.app.server.pipeline;

import heed.schemas.registry.SchemaRegistry;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the schema registry now and then. Schemas are remembered, so without it nobody would know that the registry is
 * away until a schema comes that is not known yet, and then records wait.
 */
public final class RegistryProbe implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryProbe.class);
    private static final Duration EVERY = Duration.ofSeconds(3);

    /** Whether there is such a schema does not matter: a refusal is an answer too. */
    private static final int ANY_ID = 1;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heed-registry-probe");
        thread.setDaemon(true);
        return thread;
    });

    private RegistryProbe() {}

    /** Asks from now on, until it is closed. */
    public static RegistryProbe start(SchemaRegistry registry) {
        var probe = new RegistryProbe();
        var unused =
                probe.timer.scheduleWithFixedDelay(() -> ask(registry), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return probe;
    }

    private static void ask(SchemaRegistry registry) {
        try {
            registry.byId(ANY_ID);
        } catch (RuntimeException e) {
            LOG.debug("the schema registry was asked cause=\"{}\"", e.toString());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

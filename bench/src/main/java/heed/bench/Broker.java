package heed.bench;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** Holds a broker that runs in a process of its own. */
final class Broker implements AutoCloseable {

    private final ChildJvm process;
    private final String bootstrap;

    private Broker(ChildJvm process, String bootstrap) {
        this.process = process;
        this.bootstrap = bootstrap;
    }

    /**
     * Starts a broker on the data in {@code directory}, or on none where there is no such directory. Its errors go to a
     * file beside: on a crowded machine it tells many that the next try mends.
     */
    static Broker start(Path directory) {
        Redirect errors = Redirect.to(directory.resolveSibling("broker.log").toFile());
        ChildJvm process = ChildJvm.start(BrokerProcess.class, List.of("-Xmx1g"), errors, directory.toString());
        try {
            return new Broker(process, process.said());
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    String bootstrap() {
        return bootstrap;
    }

    /** Returns the CPU time of its process. */
    long cpuNanos() {
        return process.cpuNanos();
    }

    @Override
    public void close() {
        process.close();
    }
}

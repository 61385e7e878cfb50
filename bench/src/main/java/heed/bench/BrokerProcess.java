package heed.bench;

import heed.app.server.embedded.EmbeddedBroker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The main class of the broker's own process, so that its CPU time is not the pipeline's.
 *
 * <p>Standard input is a pipe that the parent holds open; when the parent is gone, however it went, reading it ends.
 */
final class BrokerProcess {

    /** Begins the line of standard output that says where the broker listens. */
    static final String READY = "heed.bench.bootstrap=";

    private BrokerProcess() {}

    public static void main(String[] args) throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]));
        System.out.println(READY + broker.bootstrap());
        System.in.transferTo(OutputStream.nullOutputStream());
        broker.close();
        System.exit(0);
    }
}

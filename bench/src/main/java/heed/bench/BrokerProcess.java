package heed.bench;

import heed.app.server.embedded.EmbeddedBroker;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The main class of the broker's own process, so that its CPU time is not a contender's. */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] args) throws IOException {
        EmbeddedBroker broker = EmbeddedBroker.start(Path.of(args[0]));
        System.out.println(ChildJvm.SAYS + broker.bootstrap());
        System.in.transferTo(OutputStream.nullOutputStream());
        broker.close();
        System.exit(0);
    }
}

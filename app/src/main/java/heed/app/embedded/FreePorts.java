package heed.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Finds ports that nobody listens on.
 *
 * <p>A port can be taken by someone else between the finding and the use; whoever asks must be ready to try again.
 */
final class FreePorts {

    private FreePorts() {}

    /** Returns two different free ports of the loopback interface. */
    static Pair pair() {
        try (ServerSocket first = listen();
                ServerSocket second = listen()) {
            return new Pair(first.getLocalPort(), second.getLocalPort());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }

    /** Returns the given port and a free one beside it. */
    static Pair besides(int port) {
        Pair free = pair();
        return new Pair(port, free.first() == port ? free.second() : free.first());
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** Two ports that differ. */
    record Pair(int first, int second) {}
}

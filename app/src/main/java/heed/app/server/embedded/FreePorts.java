package heed.app.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/**
 * Finds ports that nobody listens on.
 *
 * <p>A port can be taken by someone else between the finding and the use; whoever asks must be ready to try again.
 */
final class FreePorts {

    private static final int ANY = 0;

    private FreePorts() {}

    /** Returns two different free ports of the loopback interface. */
    static Pair pair() {
        try (ServerSocket first = listen(ANY);
                ServerSocket second = listen(ANY)) {
            return new Pair(first.getLocalPort(), second.getLocalPort());
        } catch (IOException e) {
            throw new ServerStartException(
                    "No port of 127.0.0.1 can be listened on (" + e.getMessage()
                            + "), and the servers that Heed brings along need two. Give the loopback interface that"
                            + " address, or name servers of your own with --bootstrap and --registry.",
                    e);
        }
    }

    /** Returns the given port and a free one beside it, or says that the given one is taken. */
    static Pair besides(int port) {
        try (ServerSocket given = listen(port);
                ServerSocket free = listen(ANY)) {
            return new Pair(given.getLocalPort(), free.getLocalPort());
        } catch (IOException e) {
            throw taken(port, e);
        }
    }

    static ServerStartException taken(int port, Throwable cause) {
        return new ServerStartException(
                "Port " + port + " is taken by another program. Stop it, or set another port.", cause);
    }

    private static ServerSocket listen(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    /** Two ports that differ. */
    record Pair(int first, int second) {}
}

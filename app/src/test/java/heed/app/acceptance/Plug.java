package heed.app.acceptance;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A loopback port that leads to another, until the plug is pulled: then nobody listens there, and open connections end.
 */
final class Plug implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;

    Plug(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.port = listener.getLocalPort();
        serve(listener);
    }

    int port() {
        return port;
    }

    void pull() throws IOException {
        listener.close();
        for (Closeable each : open) {
            each.close();
        }
        open.clear();
    }

    void plugIn() throws IOException {
        listener = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        serve(listener);
    }

    private void serve(ServerSocket accepting) {
        inBackground(() -> {
            while (true) {
                Socket near = accepting.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                inBackground(() -> near.getInputStream().transferTo(far.getOutputStream()));
                inBackground(() -> far.getInputStream().transferTo(near.getOutputStream()));
            }
        });
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The plug was pulled, or one side has hung up.
                        return;
                    }
                },
                "plug");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            pull();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

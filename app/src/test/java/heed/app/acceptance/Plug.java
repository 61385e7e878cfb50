package heed.app.acceptance;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * A loopback port that leads to another, until the plug is pulled: then nobody listens there, and open connections end.
 * What passes can be held up.
 */
public final class Plug implements AutoCloseable {

    private final int target;
    private final int port;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private ServerSocket listener;
    private volatile Duration delay = Duration.ZERO;

    public Plug(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        this.port = listener.getLocalPort();
        serve(listener);
    }

    public int port() {
        return port;
    }

    public void pull() throws IOException {
        listener.close();
        cut();
    }

    /** Ends the connections that are open; new ones are taken. */
    public void cut() throws IOException {
        for (Closeable each : List.copyOf(open)) {
            open.remove(each);
            each.close();
        }
    }

    /** Holds up from now on whatever passes, in both directions. */
    public void delay(Duration each) {
        delay = each;
    }

    public void plugIn() throws IOException {
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
                inBackground(() -> pass(near, far));
                inBackground(() -> pass(far, near));
            }
        });
    }

    private void pass(Socket from, Socket to) throws IOException {
        byte[] some = new byte[1 << 16];
        for (int n = from.getInputStream().read(some);
                n >= 0;
                n = from.getInputStream().read(some)) {
            LockSupport.parkNanos(delay.toNanos());
            to.getOutputStream().write(some, 0, n);
        }
        to.close();
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

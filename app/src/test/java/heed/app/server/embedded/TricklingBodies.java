package heed.app.server.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Connections that promise a body and send a byte of it now and then. */
final class TricklingBodies implements AutoCloseable {

    private static final long BETWEEN_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private final int port;
    private final List<Socket> sockets = new ArrayList<>();
    private final Thread trickle = new Thread(this::trickle, "trickle");
    private volatile boolean closed;

    TricklingBodies(int port) {
        this.port = port;
        trickle.setDaemon(true);
        trickle.start();
    }

    /** Opens connections that have asked for something and sent the first byte of their bodies. */
    void open(int count, String method, String path) throws IOException {
        byte[] request = (method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + "Content-Type: application/vnd.schemaregistry.v1+json\r\nContent-Length: 100000\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at < count; at++) {
            Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.getOutputStream().write(request);
            synchronized (sockets) {
                sockets.add(socket);
            }
        }
    }

    /** Returns how many of them the other side has not ended. */
    int open() {
        synchronized (sockets) {
            return sockets.size();
        }
    }

    private void trickle() {
        while (!closed) {
            synchronized (sockets) {
                sockets.removeIf(TricklingBodies::isEnded);
            }
            LockSupport.parkNanos(BETWEEN_NS);
        }
    }

    private static boolean isEnded(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        synchronized (sockets) {
            for (Socket each : sockets) {
                each.close();
            }
        }
    }
}

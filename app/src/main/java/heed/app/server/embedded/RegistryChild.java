package heed.app.server.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * The main class of the registry's process: runs the registry and ends with the process that started it.
 *
 * <p>Its standard input is a pipe that the parent writes one line to, the key by which it is known, which so stands in
 * no list of processes, and then holds open. When the parent is gone, however it went, the operating system closes the
 * pipe and reading it ends. This class is copied out of the application to stand on the registry's class path, with
 * {@link RegistryGuard}, so it uses nothing but the JDK.
 */
public final class RegistryChild {

    /** Begins the line of standard output that tells the parent the port. */
    static final String PORT_LINE = "heed.registry.port=";

    private static final String REGISTRY_MAIN = "io.quarkus.runner.GeneratedMain";
    private static final String BOUND_PORT = "quarkus.http.port";
    private static final long POLL_MILLIS = 20;
    private static final long GRACE_MILLIS = 3_000;

    private RegistryChild() {}

    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        RegistryRule rule = new RegistryRule(firstLine());
        daemon("parent-watch", RegistryChild::endWithParent);
        daemon("port-announcer", () -> announcePort(rule));
        Class.forName(REGISTRY_MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
    }

    /** Reads no further than the line ends: what comes after it is for whoever watches the parent. */
    private static String firstLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = System.in.read(); next >= 0 && next != '\n'; next = System.in.read()) {
            line.append((char) next);
        }
        return line.toString();
    }

    private static void endWithParent() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("The pipe to the parent broke: " + e);
        }
        daemon("impatience", RegistryChild::haltAfterGrace);
        System.exit(0);
    }

    private static void haltAfterGrace() {
        pause(GRACE_MILLIS);
        Runtime.getRuntime().halt(1);
    }

    /**
     * Stands the guard in front before the server listens, then announces the port. Without its guard it does not run.
     */
    private static void announcePort(RegistryRule rule) {
        try {
            RegistryGuard guard = new RegistryGuard(rule);
            while (!guard.standsInFront()) {
                pause(1);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            System.err.println("The registry can't be guarded: " + e);
            Runtime.getRuntime().halt(1);
        }
        awaitPort();
        System.out.println(PORT_LINE + System.getProperty(BOUND_PORT));
    }

    /** Waits until the server listens; asked for port 0, it puts the port that it got where it was asked. */
    private static void awaitPort() {
        while ("0".equals(System.getProperty(BOUND_PORT)) || !listens(Integer.getInteger(BOUND_PORT))) {
            pause(POLL_MILLIS);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}

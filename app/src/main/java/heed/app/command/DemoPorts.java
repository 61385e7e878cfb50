package heed.app.command;

import heed.app.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;

/** Finds ports for the demo, which must not fail because something else runs on this machine. */
final class DemoPorts {

    private static final int TRIES = 100;

    private DemoPorts() {}

    /** Returns the settings with the next free ports where the set ones are taken, and says so. */
    static Settings free(Settings settings, Consumer<String> out) {
        int page = next("page", settings.page(), 0, out);
        int intake = next("intake", settings.intake().listener(), page, out);
        return settings.withPagePort(page).withIntakePort(intake);
    }

    /** Returns {@code port} of the loopback address or the next free one, and says so where it is another. */
    static int free(String what, int port, Consumer<String> out) {
        return next(what, Settings.Listener.direct("127.0.0.1", port), 0, out);
    }

    private static int next(String what, Settings.Listener wanted, int taken, Consumer<String> out) {
        for (int port = wanted.port(); port > 0 && port < wanted.port() + TRIES; port++) {
            if (port != taken && isFree(wanted.host(), port)) {
                if (port != wanted.port()) {
                    out.accept("Port " + wanted.port() + " is taken; the " + what + " listens on " + port + ".");
                }
                return port;
            }
        }
        return wanted.port();
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

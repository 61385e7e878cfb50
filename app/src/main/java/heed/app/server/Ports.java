package heed.app.server;

import heed.app.settings.Settings;
import java.io.IOException;
import java.net.BindException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Opens our own servers, and says in words where a port can't be had. */
final class Ports {

    private Ports() {}

    static <T> T open(String what, Settings.Listener listener, Supplier<T> opener) {
        try {
            return opener.get();
        } catch (RuntimeException e) {
            if (Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
                    .anyMatch(cause -> cause instanceof BindException || cause instanceof IOException)) {
                throw new StartException(
                        "The " + what + " can't listen on " + listener.host() + ":" + listener.port()
                                + ": the port is taken or the address is not this machine's. `heed doctor` says by whom;"
                                + " set " + what + ".port to another, or to 0 for a free one.",
                        e);
            }
            throw e;
        }
    }
}

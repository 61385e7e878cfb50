package heed.app.server;

import java.net.URI;

/** Servers that somebody else runs: they are there before the application and stay after it. */
public record ExistingServers(String bootstrap, URI registryUrl) implements Servers {

    @Override
    public void close() {
        // They are not ours to stop.
    }
}

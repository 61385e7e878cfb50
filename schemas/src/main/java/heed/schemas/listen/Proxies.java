package heed.schemas.listen;

import java.net.InetAddress;
import java.util.List;

/**
 * The proxies that are believed when they say whom they ask for. Anybody can write such a header, so of others it is
 * taken away.
 *
 * @param trusted where they are
 * @param by how they say it
 */
public record Proxies(List<Network> trusted, ForwardedBy by) {

    public Proxies {
        trusted = List.copyOf(trusted);
    }

    /** Returns that nobody is believed. */
    public static Proxies none() {
        return new Proxies(List.of(), ForwardedBy.X_FORWARDED);
    }

    /** Tells whether anybody is believed. */
    public boolean any() {
        return !trusted.isEmpty();
    }

    /** Tells whether an address is one of theirs. */
    boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.holds(address));
    }
}

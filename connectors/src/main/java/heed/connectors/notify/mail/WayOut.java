package heed.connectors.notify.mail;

import heed.connectors.notify.Unsubscribed;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How whoever reads mails stops them, and who has.
 *
 * @param links make the address that stops a route's mails known by an id; nothing where people could not reach it
 */
public record WayOut(Unsubscribed unsubscribed, Optional<BiFunction<String, String, URI>> links) {

    /** Returns that of mails that nobody has stopped, nor can. */
    public static WayOut none() {
        return new WayOut(new Unsubscribed(), Optional.empty());
    }

    /** Tells whether a route is to send mails to an address. */
    boolean wants(String route, String address) {
        return !unsubscribed.has(Unsubscribed.id(route, address));
    }

    /** Returns the address that stops a route's mails to another. */
    Optional<URI> link(String route, String address) {
        return links.map(each -> each.apply(route, Unsubscribed.id(route, address)));
    }
}

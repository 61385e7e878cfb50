package heed.monitoring.access;

import java.time.Instant;
import java.util.Optional;

/**
 * Slows down whoever guesses, by the account and by the client's address. Where an account's owner has signed in
 * before, their address is slowed down by itself, so that nobody shuts others out by guessing. This is known to this
 * instance alone, and until it ends.
 */
final class Guesses {

    private static final int FREE_BY_ACCOUNT = 5;
    private static final int FREE_BY_CLIENT = 20;

    private final Throttle byAccount = new Throttle(FREE_BY_ACCOUNT);
    private final Throttle byClient = new Throttle(FREE_BY_CLIENT);
    private final KnownClients known = new KnownClients();

    /** Tells whether somebody has to wait before they may try again. */
    boolean mustWait(Optional<String> client, String name, Instant now) {
        return !byAccount.left(key(client, name), now).isZero()
                || client.filter(each -> !byClient.left(each, now).isZero()).isPresent();
    }

    void failed(Optional<String> client, String name, Instant now) {
        byAccount.failed(key(client, name), now);
        client.ifPresent(each -> byClient.failed(each, now));
    }

    /** Forgets failures of whoever has signed in, whole and not half. */
    void succeeded(Optional<String> client, String name) {
        byAccount.succeeded(key(client, name));
        client.ifPresent(byClient::succeeded);
        client.ifPresent(each -> known.add(each, name));
    }

    private String key(Optional<String> client, String name) {
        return known.has(client, name) ? client.orElse("") + ' ' + name : name;
    }

    /** Tells whether somebody who is signed in has to wait before they may prove again who they are. */
    boolean mustWait(SignedIn who, Instant now) {
        return !byAccount.left(key(who), now).isZero();
    }

    void failed(SignedIn who, Instant now) {
        byAccount.failed(key(who), now);
    }

    void succeeded(SignedIn who) {
        byAccount.succeeded(key(who));
    }

    private static String key(SignedIn who) {
        return "own " + who.account().getName();
    }
}

package heed.monitoring.access;

import java.util.Optional;

/**
 * Says whom a provider speaks of.
 *
 * @param issuer the provider, as it writes itself
 * @param subject whom it knows by that, and nobody else ever; nothing where it speaks of a session alone
 * @param session of the browser there; nothing where it does not tell
 */
public record Vouched(String issuer, Optional<String> subject, Optional<String> session) {

    private static final int NAME_DIGITS = 24;

    /**
     * Returns the name of the account, which is a digest: names that people sign in with elsewhere are given to others
     * after them, and need not be names here.
     */
    public Optional<String> account() {
        return subject.map(each -> "p-" + Digest.of(issuer + '\n' + each).substring(0, NAME_DIGITS));
    }

    /** Returns what tells a session of theirs from others. */
    Optional<String> sessionDigest() {
        return session.map(each -> Digest.of("session\n" + issuer + '\n' + each));
    }
}

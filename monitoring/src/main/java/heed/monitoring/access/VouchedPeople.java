package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.Session;
import heed.schemas.access.Role;
import heed.schemas.record.RecordCopy;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * Lets people in for whom a provider vouches, and ends their sessions where it says so. What they may is written to
 * their account whenever they sign in, so that it holds in all their sessions.
 */
public final class VouchedPeople {

    /** Is no role. */
    private static final String NO_ROLE = "none";

    private final AccountBook book;
    private final Sessions sessions;
    private final SecureRandom random;

    /** Takes who there is, and what knows them again. */
    public VouchedPeople(AccountBook book, Sessions sessions, SecureRandom random) {
        this.book = book;
        this.sessions = sessions;
        this.random = random;
    }

    /**
     * Lets somebody in and returns what the browser is to show; nothing where they are locked out here.
     *
     * @param role what they may
     * @param places where, each hospital|unit
     * @param called what others read of who did something; empty where the provider does not say
     * @param hint what the provider wants to be shown when they sign out
     * @throws Sessions.NotKeptException where it is not known to be kept
     */
    public Optional<String> admit(Vouched by, Role role, List<String> places, String called, String hint)
            throws Sessions.NotKeptException, InterruptedException {
        String name = by.account().orElseThrow();
        Optional<Account> known = book.account(name);
        if (known.filter(each -> each.getState() != AccountState.ACTIVE).isPresent()) {
            return Optional.empty();
        }
        Account now = known.map(each -> RecordCopy.of(each, Account.newBuilder()))
                .orElseGet(() -> unknown(name, by.issuer()))
                .setCalled(called.isEmpty() ? name : called)
                .setRole(role.code())
                .setPlaces(places)
                .build();
        if (!now.equals(known.orElse(null))) {
            sessions.write(RecordCopy.of(now, Account.newBuilder())
                    .setChangedAt(sessions.now())
                    .build());
        }
        return Optional.of(sessions.begin((session, token) -> session.setAccount(name)
                .setProviderSession(by.sessionDigest().orElse(null))
                .setLogoutHint(hints(token).seal(hint))));
    }

    private Account.Builder unknown(String name, String issuer) {
        return Account.newBuilder()
                .setName(name)
                .setState(AccountState.ACTIVE)
                .setPassword("")
                .setFirstUntil(null)
                .setSessionsFrom(sessions.now())
                .setChangedAt(sessions.now())
                .setProvider(issuer);
    }

    /**
     * Takes all rights from somebody to whom the provider gives none any more, and ends their sessions.
     *
     * @throws Sessions.NotKeptException where it is not known to be kept
     */
    public void bar(Vouched by) throws Sessions.NotKeptException, InterruptedException {
        Optional<Account> known = by.account().flatMap(book::account).filter(each -> !each.getRole()
                .equals(NO_ROLE));
        if (known.isPresent()) {
            sessions.write(RecordCopy.of(known.get(), Account.newBuilder())
                    .setRole(NO_ROLE)
                    .setPlaces(List.of())
                    .setSessionsFrom(sessions.now())
                    .setChangedAt(sessions.now())
                    .build());
        }
    }

    /**
     * Ends the sessions that belong to one at the provider, or where it names none all of the person's.
     *
     * @throws Sessions.NotKeptException where they are not known to have ended
     */
    public void end(Vouched by) throws Sessions.NotKeptException, InterruptedException {
        Optional<String> session = by.sessionDigest();
        if (session.isPresent()) {
            for (String id : book.sessionsOf(session.get())) {
                sessions.end(id);
            }
            return;
        }
        Optional<Account> known = by.account().flatMap(book::account);
        if (known.isPresent()) {
            sessions.write(RecordCopy.of(known.get(), Account.newBuilder())
                    .setSessionsFrom(sessions.now())
                    .build());
        }
    }

    /** Returns what the provider wants to be shown when whoever shows {@code token} signs out. */
    public Optional<String> hint(String token) {
        return book.session(Digest.of(token)).map(Session::getLogoutHint).flatMap(kept -> hints(token)
                .open(kept));
    }

    /** Who reads the topic has no more than a digest of what the browser shows, and so not the key. */
    private Sealing hints(String token) {
        return new Sealing("logout hint", token, random);
    }
}

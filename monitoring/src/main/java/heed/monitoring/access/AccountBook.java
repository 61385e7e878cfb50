package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.Session;
import heed.schemas.reader.Destination;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Holds the accounts and sessions that their topics say. One thread writes; any number of threads read what was
 * published last, also while all is read anew.
 */
public final class AccountBook implements Destination {

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private final Object turned = new Object();
    private boolean changed;
    private volatile boolean read;
    private volatile Published published = new Published(Map.of(), Map.of());

    /** What is known at one moment. Immutable. */
    private record Published(Map<String, Account> accounts, Map<String, Session> sessions) {}

    @Override
    public List<Route<?>> routes() {
        return List.of(
                new Route<>(
                        Topics.ACCOUNTS,
                        account -> put(accounts, account.getName(), account),
                        name -> remove(accounts, name)),
                new Route<>(
                        Topics.SESSIONS,
                        session -> put(sessions, session.getSessionId(), session),
                        id -> remove(sessions, id)));
    }

    private void remove(Map<String, ?> all, String key) {
        all.remove(key);
        changed = true;
    }

    private <V> void put(Map<String, V> all, String key, V value) {
        all.put(key, value);
        changed = true;
    }

    @Override
    public void restart() {
        accounts.clear();
        sessions.clear();
        changed = true;
    }

    @Override
    public void publish() {
        if (changed || !read) {
            changed = false;
            synchronized (turned) {
                published = new Published(Map.copyOf(accounts), Map.copyOf(sessions));
                read = true;
                turned.notifyAll();
            }
        }
    }

    /** Returns the account of a name. */
    public Optional<Account> account(String name) {
        return Optional.ofNullable(published.accounts().get(name));
    }

    /** Returns everybody. */
    List<Account> accounts() {
        return List.copyOf(published.accounts().values());
    }

    /** Returns a session by its id. */
    Optional<Session> session(String id) {
        return Optional.ofNullable(published.sessions().get(id));
    }

    /** Returns all sessions, those too that are over. */
    List<Session> sessions() {
        return List.copyOf(published.sessions().values());
    }

    /** Returns the ids of the sessions that belong to one at a provider. */
    List<String> sessionsOf(String providerSession) {
        return published.sessions().values().stream()
                .filter(each -> providerSession.equals(each.getProviderSession()))
                .map(Session::getSessionId)
                .toList();
    }

    /** Waits until all that the topics hold has been read, or for {@code patience}; tells whether it has. */
    public boolean awaitRead(Duration patience) throws InterruptedException {
        return await(book -> book.read, patience);
    }

    /** Returns of how many people the second factor was sealed by another key than that of {@code factors}. */
    public long countSealedByAnother(SecondFactors factors) {
        return published.accounts().values().stream()
                .filter(factors::isSealedByAnother)
                .count();
    }

    /** Tells whether there is nobody who could sign in. */
    public boolean isEmpty() {
        return published.accounts().isEmpty();
    }

    /** Waits until something is known, or for {@code patience}; tells whether it is. */
    boolean await(Predicate<AccountBook> known, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        synchronized (turned) {
            long left = patience.toNanos();
            while (!known.test(this) && left > 0) {
                turned.wait(left / 1_000_000, (int) (left % 1_000_000));
                left = deadline - System.nanoTime();
            }
            return known.test(this);
        }
    }
}

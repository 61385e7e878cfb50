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
import java.util.stream.Stream;

/**
 * Holds the accounts and sessions that their topics say. One thread writes; any number of threads read what was
 * published last, also while all is read anew.
 */
public final class AccountBook implements Destination {

    private static final int LOCKS = 64;

    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Account> usedCodes = new HashMap<>();
    private final Map<String, Session> sessions = new HashMap<>();
    private final Object turned = new Object();
    /** One of them for each account, that of two changes at one moment the second knows the first. */
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

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
                        account -> put(rows(account.getName()), account.getName(), account),
                        name -> remove(rows(name), name)),
                new Route<>(
                        Topics.SESSIONS,
                        session -> put(sessions, session.getSessionId(), session),
                        id -> remove(sessions, id)));
    }

    private Map<String, Account> rows(String name) {
        return UsedCodes.isKey(name) ? usedCodes : accounts;
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
        usedCodes.clear();
        sessions.clear();
        changed = true;
    }

    @Override
    public void publish() {
        if (changed || !read) {
            changed = false;
            synchronized (turned) {
                published = new Published(people(), Map.copyOf(sessions));
                read = true;
                turned.notifyAll();
            }
        }
    }

    private Map<String, Account> people() {
        Map<String, Account> people = new HashMap<>(accounts);
        usedCodes
                .values()
                .forEach(row -> people.computeIfPresent(
                        UsedCodes.name(row), (name, account) -> UsedCodes.without(account, row)));
        return Map.copyOf(people);
    }

    /** Returns the account of a name, without the codes that are used up. */
    public Optional<Account> account(String name) {
        return Optional.ofNullable(published.accounts().get(name));
    }

    /** Returns what whoever changes an account, or uses up a code of it, holds from reading it to writing it. */
    Object lock(String name) {
        return locks.get(Math.floorMod(name.hashCode(), LOCKS));
    }

    /** Tells whether an account is known without the codes that {@code used} is without. */
    boolean areUsedUp(Account used) {
        return account(used.getName())
                .filter(each -> UsedCodes.areKnown(each, used))
                .isPresent();
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

package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.Session;
import heed.schemas.access.Role;
import heed.schemas.reader.Route;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.avro.specific.SpecificRecord;

/** Keeps accounts and sessions as topics would, and has them known at once. */
public final class AccessInMemory implements AccessWriter {

    public final AccountBook book = new AccountBook();
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Session> sessions = new TreeMap<>();

    @Override
    public synchronized CompletionStage<Void> write(Account account) {
        accounts.put(account.getName(), account);
        put(0, account);
        return shown();
    }

    @Override
    public synchronized CompletionStage<Void> write(Session session) {
        sessions.put(session.getSessionId(), session);
        put(1, session);
        return shown();
    }

    @Override
    public synchronized CompletionStage<Void> end(String sessionId) {
        sessions.remove(sessionId);
        book.routes().get(1).remove().accept(sessionId);
        return shown();
    }

    /** Returns the accounts that are kept. */
    public synchronized Collection<Account> accounts() {
        return List.copyOf(accounts.values());
    }

    /** Returns the sessions that are kept. */
    public synchronized Collection<Session> sessions() {
        return List.copyOf(sessions.values());
    }

    private void put(int route, SpecificRecord record) {
        put(book.routes().get(route), record);
    }

    private static <V> void put(Route<V> route, SpecificRecord record) {
        route.put().take(route.topic().value().cast(record), Instant.EPOCH);
    }

    private CompletionStage<Void> shown() {
        book.publish();
        return CompletableFuture.completedFuture(null);
    }

    /** Returns somebody who chose their password themselves. */
    public static Account.Builder somebody(String name, Role role, String... places) {
        return Account.newBuilder()
                .setName(name)
                .setCalled("Called " + name)
                .setRole(role.code())
                .setPlaces(List.of(places))
                .setState(AccountState.ACTIVE)
                .setPassword("")
                .setFirstUntil(null)
                .setSessionsFrom(Instant.EPOCH)
                .setChangedAt(Instant.EPOCH);
    }
}

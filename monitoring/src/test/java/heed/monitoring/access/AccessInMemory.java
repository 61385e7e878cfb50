package heed.monitoring.access;

import heed.monitoring.page.access.SignInRoutes;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.Session;
import heed.schemas.access.Role;
import heed.schemas.reader.Route;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.avro.specific.SpecificRecord;

/** Keeps accounts and sessions as topics would, and has them known at once. */
public final class AccessInMemory implements AccessWriter {

    /** By which second factors are sealed here. */
    static final String KEY = "a key of tests";

    public final AccountBook book = new AccountBook();
    private Optional<RuntimeException> away = Optional.empty();
    private boolean behind;
    private final Map<String, Account> accounts = new TreeMap<>();
    private final Map<String, Session> sessions = new TreeMap<>();

    /** Takes what is written, and has it known once this is over. */
    public synchronized void setBehind(boolean isBehind) {
        behind = isBehind;
        shown();
    }

    /** Takes no account any more, for that reason. */
    public synchronized void goAway(RuntimeException reason) {
        away = Optional.of(reason);
    }

    @Override
    public synchronized CompletionStage<Void> write(Account account) {
        if (away.isPresent()) {
            return CompletableFuture.failedFuture(away.get());
        }
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

    /** Returns what signs these people in, with second factors as well. */
    public SignInRoutes.Parts parts(Passwords passwords, Sessions sessions, Clock clock) {
        var random = new SecureRandom();
        var signIn = new SignIn(book, passwords, clock);
        var factors = new SecondFactors(KEY, random);
        return new SignInRoutes.Parts(
                signIn,
                new SecondStep(signIn, factors, sessions, KEY, random, clock),
                new OwnSecondFactor(book, signIn, factors, sessions, clock),
                sessions,
                passwords);
    }

    /** Returns what administrators may do to these people. */
    public AdministratorActs acts(Sessions sessions, EntryRules rules, Clock clock) {
        return new AdministratorActs(book, sessions, rules, new Passwords(new SecureRandom()), clock);
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
        if (!behind) {
            book.publish();
        }
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

package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.access.Right;
import heed.schemas.access.Role;
import heed.schemas.key.PlaceKey;
import heed.schemas.name.PlainText;
import heed.schemas.record.RecordCopy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Changes who may sign in, the same way for page and command: what may be done to whom is judged here alone.
 *
 * <p>What can't be done so is an {@link IllegalArgumentException} whose message says why.
 */
public final class AccountDesk {

    /** How long a password that somebody was given lets in. */
    public static final Duration FIRST_LASTS = Duration.ofDays(7);

    /** With the name in brackets it is who acted, which has 100 characters at most. */
    private static final int LONGEST_CALLED = 60;

    private final AccountStore store;
    private final Passwords passwords;
    private final Clock clock;

    /** Takes who there is, what makes passwords, and the wall clock. */
    public AccountDesk(AccountStore store, Passwords passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * What somebody is to be, and where.
     *
     * @param places hospitals and units; none for a role that is for all hospitals
     * @param granted rights beside those of the role
     */
    public record Duty(Role role, List<PlaceKey> places, Set<Right> granted) {

        /** Says it in a line: {@code lead of H1, H2/W7, reads comments}. */
        public String said() {
            String where = places.stream()
                    .map(PlaceKey::text)
                    .distinct()
                    .sorted()
                    .map(place -> place.replaceFirst("\\|$", "").replace('|', '/'))
                    .collect(Collectors.joining(", "));
            return role.code()
                    + (where.isEmpty() ? "" : " of " + where)
                    + (granted.contains(Right.COMMENTS) ? ", reads comments" : "");
        }

        private Account.Builder of(Account.Builder account) {
            return account.setRole(role.code())
                    .setPlaces(places.stream()
                            .map(PlaceKey::text)
                            .distinct()
                            .sorted()
                            .toList())
                    .setGranted(granted.contains(Right.COMMENTS) ? List.of(SignedIn.COMMENTS) : List.of());
        }

        private void require() {
            if (role.namesPlaces() == places.isEmpty()) {
                throw new IllegalArgumentException(
                        role.namesPlaces()
                                ? "a " + role.code() + " needs hospitals or units: HOSPITAL or HOSPITAL/UNIT"
                                : "a" + (role.code().matches("[aeiou].*") ? "n " : " ") + role.code()
                                        + " is for all hospitals: name none");
            }
            if (granted.stream().anyMatch(right -> !role.mayBeGranted(right))) {
                throw new IllegalArgumentException("a " + role.code() + " can't be let read comments; a lead can");
            }
        }
    }

    /** Returns the hospital or unit that somebody typed: HOSPITAL or HOSPITAL/UNIT. */
    public static PlaceKey place(String typed) {
        if (typed.strip().endsWith("/")) {
            throw new IllegalArgumentException(
                    "\"" + typed + "\" names no unit: write it behind the slash, or the hospital alone for all of it");
        }
        return PlaceKey.parse(typed.contains("/") ? typed.replace('/', '|') : typed + "|");
    }

    /** Returns everybody, by name. */
    public List<Account> all() {
        return store.all();
    }

    /**
     * Adds somebody, and returns the password to give them: it is known nowhere else.
     *
     * @param name what they sign in with, and nobody else ever will
     * @param called what others read of who did something
     */
    public String add(String name, String called, Duty duty) throws Sessions.NotKeptException, InterruptedException {
        String plain = called.replaceAll(PlainText.UNPLAIN, "").strip();
        String password = passwords.first();
        String hashed = passwords.hashed(password);
        synchronized (store.lock(name)) {
            requireAddable(name, plain);
            duty.require();
            Instant now = now();
            store.write(duty.of(Account.newBuilder())
                    .setName(name)
                    .setCalled(plain)
                    .setState(AccountState.ACTIVE)
                    .setPassword(hashed)
                    .setFirstUntil(now.plus(FIRST_LASTS))
                    .setSessionsFrom(now)
                    .setChangedAt(now)
                    .build());
        }
        return password;
    }

    private void requireAddable(String name, String plain) {
        if (!SignIn.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is no name to sign in with: 1 to 36 small letters, digits, dots, hyphens, underscores or @");
        }
        if (store.account(name).isPresent()) {
            throw new IllegalArgumentException("there is somebody called \"" + name
                    + "\" already; names are never given to another, since acts are kept under them");
        }
        if (plain.isEmpty() || plain.length() > LONGEST_CALLED) {
            throw new IllegalArgumentException("say what others read, in 1 to " + LONGEST_CALLED + " characters");
        }
    }

    /** Ends somebody's sessions and lets them in no more; what they did stays theirs. */
    public void lock(String name) throws Sessions.NotKeptException, InterruptedException {
        change(name, account -> {
            requireAnotherThan(account);
            return ended(account).setState(AccountState.LOCKED);
        });
    }

    /** Lets somebody in again who was locked, with the password and the second factor that they had. */
    public void unlock(String name) throws Sessions.NotKeptException, InterruptedException {
        change(name, account -> ended(account).setState(AccountState.ACTIVE));
    }

    /** Gives somebody other rights, which hold at once in the sessions that they have. */
    public void change(String name, Duty duty) throws Sessions.NotKeptException, InterruptedException {
        change(name, account -> {
            if (account.getProvider() != null) {
                throw new IllegalArgumentException(
                        "what " + name + " may is said by the provider, and holds from their next sign-in on");
            }
            duty.require();
            if (duty.role() != Role.ADMINISTRATOR) {
                requireAnotherThan(account);
            }
            return duty.of(RecordCopy.of(account, Account.newBuilder())).setChangedAt(now());
        });
    }

    /**
     * Ends somebody's sessions, lets them in again if they were locked, and returns a password to give them; nothing
     * where a provider lets them in.
     */
    public Optional<String> reset(String name) throws Sessions.NotKeptException, InterruptedException {
        String password = passwords.first();
        String hashed = passwords.hashed(password);
        Account now = change(name, account -> {
            Account.Builder free = ended(account).setState(AccountState.ACTIVE);
            return account.getProvider() != null
                    ? free
                    : free.setPassword(hashed).setFirstUntil(now().plus(FIRST_LASTS));
        });
        return now.getProvider() == null ? Optional.of(password) : Optional.empty();
    }

    /** Takes somebody's second factor away, as where their phone is lost, and ends their sessions. */
    public void resetSecondFactor(String name) throws Sessions.NotKeptException, InterruptedException {
        change(name, account -> {
            if (account.getSecondFactor() == null) {
                throw new IllegalArgumentException(name + " has no second factor here");
            }
            return SecondFactors.turnOff(ended(account));
        });
    }

    /** How an account is changed. */
    private interface Change {

        Account.Builder of(Account account);
    }

    private Account change(String name, Change change) throws Sessions.NotKeptException, InterruptedException {
        synchronized (this) {
            synchronized (store.lock(name)) {
                Account account = store.account(name)
                        .orElseThrow(() -> new IllegalArgumentException("there is nobody called \"" + name + "\""));
                Account changed = change.of(account).build();
                store.write(changed);
                return changed;
            }
        }
    }

    /** Who has rights from a provider gets them there, so that nobody is the last one here. */
    private void requireAnotherThan(Account account) {
        if (isLastingAdministrator(account)
                && store.all().stream()
                        .filter(each -> !each.getName().equals(account.getName()))
                        .noneMatch(this::isLastingAdministrator)) {
            throw new IllegalArgumentException(account.getName()
                    + " is the last administrator: add another, who chooses a password, before this one is locked or"
                    + " becomes something else; to end their sessions and give them another password, reset it");
        }
    }

    /** Who has not yet chosen a password may never do so. */
    private boolean isLastingAdministrator(Account account) {
        return account.getState() == AccountState.ACTIVE
                && account.getProvider() == null
                && account.getFirstUntil() == null
                && account.getRole().equals(Role.ADMINISTRATOR.code());
    }

    private Account.Builder ended(Account account) {
        Instant now = now();
        return RecordCopy.of(account, Account.newBuilder()).setSessionsFrom(now).setChangedAt(now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

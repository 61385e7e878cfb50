package heed.app.access;

import heed.connectors.KafkaRowWriter;
import heed.monitoring.access.Passwords;
import heed.monitoring.access.SecondFactors;
import heed.monitoring.access.SignIn;
import heed.monitoring.access.SignedIn;
import heed.monitoring.access.UsedCodes;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.access.Right;
import heed.schemas.access.Role;
import heed.schemas.key.PlaceKey;
import heed.schemas.name.PlainText;
import heed.schemas.record.RecordCopy;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/** Changes who may sign in, and waits until the brokers have it; every instance knows within moments. */
public final class Accounts implements AutoCloseable {

    /** What is changed. */
    public static final Topic<Account> TOPIC = Topics.ACCOUNTS;

    /** How long a password that somebody was given lets in. */
    public static final Duration FIRST_LASTS = Duration.ofDays(7);

    /** With the name in brackets it is who acted, which has 100 characters at most. */
    private static final int LONGEST_CALLED = 60;

    private final Map<String, Account> known;
    private final KafkaRowWriter<Account> writer;
    private final Passwords passwords;
    private final Clock clock;

    /** Takes who there is, and connects to the brokers. */
    public Accounts(
            Map<String, Account> known, Map<String, ?> client, TopicSerdes serdes, Passwords passwords, Clock clock) {
        this.known = new TreeMap<>(known);
        this.known.keySet().removeIf(UsedCodes::isKey);
        this.writer = KafkaRowWriter.connect(TOPIC, client, serdes.of(TOPIC).serializer());
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Returns who there is, by name. */
    public List<Account> all() {
        return List.copyOf(known.values());
    }

    /**
     * Adds somebody and returns the password to give them.
     *
     * @param called what others read of who did something
     * @throws IllegalArgumentException where they can't be added so, in words
     */
    public String add(String name, String called, Role role, List<PlaceKey> places) throws InterruptedException {
        return add(name, called, role, places, Set.of());
    }

    /** Adds somebody who is granted rights beside those of the role, and returns the password to give them. */
    public String add(String name, String called, Role role, List<PlaceKey> places, Set<Right> granted)
            throws InterruptedException {
        String plain = called.replaceAll(PlainText.UNPLAIN, "").strip();
        requireAddable(name, plain, role, places);
        granted.stream().filter(right -> !role.mayBeGranted(right)).findFirst().ifPresent(right -> {
            throw new IllegalArgumentException("a " + role.code() + " can't be let read comments; a lead can");
        });
        String password = passwords.first();
        Instant now = now();
        write(Account.newBuilder()
                .setName(name)
                .setCalled(plain)
                .setRole(role.code())
                .setPlaces(places.stream().map(PlaceKey::text).sorted().toList())
                .setGranted(granted.contains(Right.COMMENTS) ? List.of(SignedIn.COMMENTS) : List.of())
                .setState(AccountState.ACTIVE)
                .setPassword(passwords.hashed(password))
                .setFirstUntil(now.plus(FIRST_LASTS))
                .setSessionsFrom(now)
                .setChangedAt(now)
                .build());
        return password;
    }

    private void requireAddable(String name, String plain, Role role, List<PlaceKey> places) {
        if (!SignIn.NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is no name to sign in with: 1 to 36 small letters, digits, dots, hyphens, underscores or @");
        }
        if (known.containsKey(name)) {
            throw new IllegalArgumentException("there is somebody called \"" + name
                    + "\" already; names are never given to another, since acts are kept under them");
        }
        if (plain.isEmpty() || plain.length() > LONGEST_CALLED) {
            throw new IllegalArgumentException("say what others read, in 1 to " + LONGEST_CALLED + " characters");
        }
        if (role.namesPlaces() == places.isEmpty()) {
            throw new IllegalArgumentException(
                    role.namesPlaces()
                            ? "a " + role.code() + " needs hospitals or units: --at HOSPITAL or --at HOSPITAL/UNIT"
                            : "a" + (role.code().matches("[aeiou].*") ? "n " : " ") + role.code()
                                    + " is for all hospitals: leave out --at");
        }
    }

    /** Ends somebody's sessions and lets them in no more; what they did stays theirs. */
    public void lock(String name) throws InterruptedException {
        Instant now = now();
        write(RecordCopy.of(named(name), Account.newBuilder())
                .setState(AccountState.LOCKED)
                .setSessionsFrom(now)
                .setChangedAt(now)
                .build());
    }

    /**
     * Ends somebody's sessions, lets them in again if they were locked, and returns a password to give them; nothing
     * where a provider lets them in.
     */
    public Optional<String> reset(String name) throws InterruptedException {
        Account account = named(name);
        Instant now = now();
        Account.Builder free = RecordCopy.of(account, Account.newBuilder())
                .setState(AccountState.ACTIVE)
                .setSessionsFrom(now)
                .setChangedAt(now);
        if (account.getProvider() != null) {
            write(free.build());
            return Optional.empty();
        }
        String password = passwords.first();
        write(free.setPassword(passwords.hashed(password))
                .setFirstUntil(now.plus(FIRST_LASTS))
                .build());
        return Optional.of(password);
    }

    /**
     * Takes somebody's second factor away, as where their phone is lost, and ends their sessions. Their password stays.
     *
     * @throws IllegalArgumentException where they have none, in words
     */
    public void resetSecondFactor(String name) throws InterruptedException {
        Account account = named(name);
        if (account.getSecondFactor() == null) {
            throw new IllegalArgumentException(name + " has no second factor here; `heed users list` says who has one");
        }
        Instant now = now();
        write(SecondFactors.turnOff(RecordCopy.of(account, Account.newBuilder()))
                .setSessionsFrom(now)
                .setChangedAt(now)
                .build());
    }

    private Account named(String name) {
        return Optional.ofNullable(known.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is nobody called \"" + name + "\"; `heed users list` says who there is"));
    }

    private void write(Account account) throws InterruptedException {
        try {
            writer.put(account.getName(), account).toCompletableFuture().get();
            known.put(account.getName(), account);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "the account could not be written: "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        writer.close();
    }
}

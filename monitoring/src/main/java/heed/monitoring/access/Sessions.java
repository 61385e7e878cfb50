package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.Session;
import heed.schemas.access.Rights;
import heed.schemas.record.RecordCopy;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows browsers again by what only they show: 256 random bits, of which the topic has no more than a digest. A session
 * is over once it has lasted too long, nobody has done anything for too long, it was signed out, or its account is
 * locked or has a new password.
 */
public final class Sessions {

    static final Duration WRITTEN_WITHIN = Duration.ofSeconds(10);
    static final Duration SHOWN_WITHIN = Duration.ofSeconds(3);
    private static final int TOKEN_BYTES = 32;

    private final AccountBook book;
    private final AccessWriter writer;
    private final SessionLife life;
    private final SecureRandom random;
    private final Clock clock;
    private final EntryRules rules;

    /** Takes what is known, where it is written, how long sessions last, where tokens come from, and the wall clock. */
    public Sessions(AccountBook book, AccessWriter writer, SessionLife life, SecureRandom random, Clock clock) {
        this(book, writer, life, random, clock, EntryRules.byPassword());
    }

    /** Takes also who lets people in; nobody else is then, however they were before. */
    public Sessions(
            AccountBook book,
            AccessWriter writer,
            SessionLife life,
            SecureRandom random,
            Clock clock,
            EntryRules rules) {
        this.book = book;
        this.writer = writer;
        this.life = life;
        this.random = random;
        this.clock = clock;
        this.rules = rules;
    }

    /**
     * Begins a session and returns what the browser is to show from now on.
     *
     * @throws NotKeptException where it is not known to be kept
     */
    public String begin(String account) throws NotKeptException, InterruptedException {
        return begin(account, now());
    }

    /**
     * Begins a session of somebody who showed at {@code shown} who they are: what ended their sessions since ends this
     * one too.
     *
     * @throws NotKeptException where it is not known to be kept
     */
    public String begin(String account, Instant shown) throws NotKeptException, InterruptedException {
        return begin((session, token) -> session.setAccount(account), shown.truncatedTo(ChronoUnit.MILLIS));
    }

    /** Writes an account; tells whether this instance soon knew it. */
    boolean write(Account account) throws NotKeptException, InterruptedException {
        await(writer.write(account));
        return book.await(
                known ->
                        known.account(account.getName()).filter(account::equals).isPresent(),
                SHOWN_WITHIN);
    }

    /** Writes which codes are used up, and nothing else of the account; tells whether this instance soon knew it. */
    boolean useUp(Account used) throws NotKeptException, InterruptedException {
        await(writer.write(UsedCodes.row(used, now())));
        return book.await(known -> known.areUsedUp(used), SHOWN_WITHIN);
    }

    /** Begins a session, of which {@code whose} fills in what is not the same of all, and which may need the token. */
    String begin(BiFunction<Session.Builder, String, Session.Builder> whose)
            throws NotKeptException, InterruptedException {
        return begin(whose, now());
    }

    private String begin(BiFunction<Session.Builder, String, Session.Builder> whose, Instant beganAt)
            throws NotKeptException, InterruptedException {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        String id = Digest.of(token);
        await(writer.write(whose.apply(Session.newBuilder(), token)
                .setSessionId(id)
                .setBeganAt(beganAt)
                .setSeenAt(now())
                .build()));
        book.await(known -> known.session(id).isPresent(), SHOWN_WITHIN);
        return token;
    }

    /** Returns who shows {@code token}; nothing where nobody does any more. */
    public Optional<SignedIn> of(String token) {
        return book.session(Digest.of(token)).flatMap(session -> book.account(session.getAccount())
                .filter(account -> holds(session, account))
                .map(account -> new SignedIn(account, session, Digest.of("form " + token), rules.missing(account))));
    }

    /** Returns how others read of those who may sign in and whose rights {@code suffice}, in order. */
    public List<String> people(Predicate<Rights> suffice) {
        return book.accounts().stream()
                .filter(this::isLetIn)
                .filter(account -> SignedIn.rightsOf(account).filter(suffice).isPresent())
                .map(SignedIn::called)
                .sorted()
                .distinct()
                .toList();
    }

    /** Returns the sessions in which people are signed in, by the name of their account. */
    Map<String, List<Session>> open() {
        return book.sessions().stream()
                .filter(session -> book.account(session.getAccount())
                        .filter(account -> holds(session, account))
                        .isPresent())
                .collect(Collectors.groupingBy(Session::getAccount));
    }

    /** Returns how an account stands, of whom sessions are open and of whose sign-in somewhere else is told. */
    AccountStanding standing(Account account, List<Session> open, Optional<Instant> told) {
        return new AccountStanding(
                account,
                rules.entry(account, now()),
                rules.factor(account),
                Stream.concat(open.stream().map(Session::getBeganAt), told.stream())
                        .max(Comparator.naturalOrder()),
                open.size());
    }

    private boolean isLetIn(Account account) {
        return account.getState() == AccountState.ACTIVE && rules.takes(account);
    }

    private boolean holds(Session session, Account account) {
        Instant now = now();
        Instant first = account.getFirstUntil();
        return isLetIn(account)
                && !session.getBeganAt().isBefore(account.getSessionsFrom())
                && now.isBefore(session.getBeganAt().plus(life.longest()))
                && now.isBefore(session.getSeenAt().plus(life.idle()))
                && (first == null || now.isBefore(first));
    }

    /** Notes that somebody does something; nobody waits for it. */
    public void touch(SignedIn who) {
        Instant now = now();
        if (now.isAfter(who.session().getSeenAt().plus(life.grain()))) {
            var unused = writer.write(RecordCopy.of(who.session(), Session.newBuilder())
                    .setSeenAt(now)
                    .build());
        }
    }

    /**
     * Ends a session.
     *
     * @throws NotKeptException where it is not known to have ended
     */
    public void end(SignedIn who) throws NotKeptException, InterruptedException {
        end(who.session().getSessionId());
    }

    void end(String id) throws NotKeptException, InterruptedException {
        await(writer.end(id));
        book.await(known -> known.session(id).isEmpty(), SHOWN_WITHIN);
    }

    /**
     * Gives somebody another password, ends all their sessions and returns what the browser is to show in the one that
     * begins.
     *
     * @throws NotKeptException where it is not known to be kept
     */
    public String choose(SignedIn who, String hashed) throws NotKeptException, InterruptedException {
        change(who, account -> account.setPassword(hashed).setFirstUntil(null));
        return begin(who.account().getName());
    }

    /** Changes how somebody signs in who is still signed in, and ends all their sessions. */
    void change(SignedIn who, UnaryOperator<Account.Builder> change) throws NotKeptException, InterruptedException {
        String name = who.account().getName();
        synchronized (book.lock(name)) {
            Instant now = now();
            Account account = book.account(name)
                    .filter(each -> holds(who.session(), each))
                    .orElseThrow(() -> new NotKeptException("the session is over"));
            write(change.apply(RecordCopy.of(account, Account.newBuilder()))
                    .setSessionsFrom(now)
                    .setChangedAt(now)
                    .build());
        }
    }

    static void await(CompletionStage<Void> written) throws NotKeptException, InterruptedException {
        try {
            written.toCompletableFuture().get(WRITTEN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotKeptException(e);
        }
    }

    /** Returns the moment, as exactly as sessions know it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Says that something is not known to be kept. */
    public static final class NotKeptException extends Exception {

        private static final long serialVersionUID = 1L;

        NotKeptException(Throwable cause) {
            super("the log did not take it", cause);
        }

        NotKeptException(String why) {
            super(why);
        }
    }
}

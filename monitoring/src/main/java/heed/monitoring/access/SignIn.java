package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AccountState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people in who know their password, and tells those who don't no more than that: a name that there is not costs
 * as much work as one that there is, is slowed down alike and gets the same words.
 *
 * <p>Guesses are slowed down by the account and by the client's address. Where an account's owner has signed in before,
 * their address is slowed down by itself, so that nobody shuts others out by guessing. This is known to this instance
 * alone, and until it ends.
 */
public final class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    /** What an account may go by. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,35}");

    private final AccountBook book;
    private final Passwords passwords;
    private final Clock clock;
    private final Guesses guesses = new Guesses();

    /** Takes who there is, what checks passwords, and the wall clock. */
    public SignIn(AccountBook book, Passwords passwords, Clock clock) {
        this.book = book;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What came of a try. */
    public enum Outcome {
        LET_IN,
        /** The password was right, and a second factor is wanted: nobody is let in yet. */
        HALF_WAY,
        /** Name and password are not those of anybody who is let in. */
        REFUSED,
        /** There were too many tries; nothing was checked. */
        SLOWED
    }

    /**
     * Returns what came of a try.
     *
     * @param client who asks, as far as the network tells; empty where it tells nothing
     */
    public Outcome attempt(Optional<String> client, String typed, String password) throws InterruptedException {
        Instant now = clock.instant();
        String name = name(typed);
        if (guesses.mustWait(client, name, now)) {
            return slowed();
        }
        Optional<Account> right;
        try {
            right = right(name, password, now);
        } catch (Passwords.BusyException e) {
            return Outcome.SLOWED;
        }
        // Of many that came at once nobody learns more than they would one after the other.
        if (guesses.mustWait(client, name, clock.instant())) {
            return slowed();
        }
        if (right.isEmpty()) {
            guesses.failed(client, name, now);
            log.info("a sign-in was refused");
            return Outcome.REFUSED;
        }
        if (right.get().getSecondFactor() != null) {
            return Outcome.HALF_WAY;
        }
        guesses.succeeded(client, name);
        return Outcome.LET_IN;
    }

    private static Outcome slowed() {
        log.info("a sign-in was slowed down");
        return Outcome.SLOWED;
    }

    private Optional<Account> right(String name, String password, Instant now)
            throws Passwords.BusyException, InterruptedException {
        Optional<Account> account = book.account(name);
        boolean matches = passwords.match(password, account.map(Account::getPassword));
        return account.filter(each -> matches && isLetIn(each, now));
    }

    private static boolean isLetIn(Account account, Instant now) {
        return account.getState() == AccountState.ACTIVE
                && (account.getFirstUntil() == null || now.isBefore(account.getFirstUntil()));
    }

    /** Returns the account of somebody whose password was right {@code then}; nothing where it lets in no more. */
    Optional<Account> halfWay(String name, Instant then, Instant now) {
        return book.account(name).filter(each -> isLetIn(each, now) && !then.isBefore(each.getSessionsFrom()));
    }

    /** Tells whether somebody who is signed in knows their own password; nobody is slowed down by it but themselves. */
    public boolean knows(SignedIn who, String password) throws InterruptedException {
        return knows(who, password, () -> true);
    }

    /** Tells whether somebody who is signed in knows their own password, and {@code more} of them is so as well. */
    boolean knows(SignedIn who, String password, BooleanSupplier more) throws InterruptedException {
        Instant now = clock.instant();
        if (guesses.mustWait(who, now)) {
            return false;
        }
        boolean right;
        try {
            right = passwords.match(password, Optional.of(who.account().getPassword()));
        } catch (Passwords.BusyException e) {
            return false;
        }
        if (guesses.mustWait(who, clock.instant())) {
            return false;
        }
        if (right && more.getAsBoolean()) {
            guesses.succeeded(who);
            return true;
        }
        guesses.failed(who, now);
        return false;
    }

    /** Returns what whoever uses up a code of an account holds from reading it to writing it. */
    Object lock(String name) {
        return book.lock(name);
    }

    /** Returns who slows down guesses, at codes as at passwords. */
    Guesses guesses() {
        return guesses;
    }

    /** Returns what was typed where it is the name of somebody; whatever else was typed may be a password. */
    public Optional<String> known(String typed) {
        return book.account(name(typed)).map(Account::getName);
    }

    /** Returns a name as accounts are known by it. */
    public static String name(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Returns the longest that anybody has to wait. */
    public static Duration longestWait() {
        return Throttle.LONGEST;
    }
}

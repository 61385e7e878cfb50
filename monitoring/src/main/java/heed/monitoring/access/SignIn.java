package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AccountState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
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

    private static final int FREE_BY_ACCOUNT = 5;
    private static final int FREE_BY_CLIENT = 20;

    private final AccountBook book;
    private final Passwords passwords;
    private final Clock clock;
    private final Throttle byAccount = new Throttle(FREE_BY_ACCOUNT);
    private final Throttle byClient = new Throttle(FREE_BY_CLIENT);
    private final KnownClients known = new KnownClients();

    /** Takes who there is, what checks passwords, and the wall clock. */
    public SignIn(AccountBook book, Passwords passwords, Clock clock) {
        this.book = book;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What came of a try. */
    public enum Outcome {
        LET_IN,
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
        String account = known.has(client, name) ? client.orElse("") + ' ' + name : name;
        boolean slowed = !byAccount.left(account, now).isZero()
                || client.filter(each -> !byClient.left(each, now).isZero()).isPresent();
        if (slowed) {
            log.info("a sign-in was slowed down");
            return Outcome.SLOWED;
        }
        try {
            if (isRight(name, password, now)) {
                byAccount.succeeded(account);
                client.ifPresent(byClient::succeeded);
                client.ifPresent(each -> known.add(each, name));
                return Outcome.LET_IN;
            }
        } catch (Passwords.BusyException e) {
            return Outcome.SLOWED;
        }
        byAccount.failed(account, now);
        client.ifPresent(each -> byClient.failed(each, now));
        log.info("a sign-in was refused");
        return Outcome.REFUSED;
    }

    private boolean isRight(String name, String password, Instant now)
            throws Passwords.BusyException, InterruptedException {
        Optional<Account> account = book.account(name);
        boolean matches = passwords.match(password, account.map(Account::getPassword));
        return matches
                && account.filter(each -> each.getState() == AccountState.ACTIVE)
                        .filter(each -> each.getFirstUntil() == null || now.isBefore(each.getFirstUntil()))
                        .isPresent();
    }

    /** Tells whether somebody who is signed in knows their own password; nobody is slowed down by it but themselves. */
    public boolean knows(SignedIn who, String password) throws InterruptedException {
        String key = "own " + who.account().getName();
        Instant now = clock.instant();
        if (!byAccount.left(key, now).isZero()) {
            return false;
        }
        try {
            if (passwords.match(password, Optional.of(who.account().getPassword()))) {
                byAccount.succeeded(key);
                return true;
            }
        } catch (Passwords.BusyException e) {
            return false;
        }
        byAccount.failed(key, now);
        return false;
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

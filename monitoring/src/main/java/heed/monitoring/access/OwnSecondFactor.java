package heed.monitoring.access;

import heed.schemas.Account;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * Turns somebody's own second factor on and off. Either takes their password and a code, so that a browser that was
 * left open is not enough; each ends their sessions elsewhere.
 */
public final class OwnSecondFactor {

    private final AccountBook book;
    private final SignIn signIn;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Clock clock;

    /** Takes who there is, what checks passwords and codes, where accounts are written, and the wall clock. */
    public OwnSecondFactor(AccountBook book, SignIn signIn, SecondFactors factors, Sessions sessions, Clock clock) {
        this.book = book;
        this.signIn = signIn;
        this.factors = factors;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * What came of turning it on or off.
     *
     * @param token what the browser is to show from now on; empty where no session began, and they have to sign in
     * @param recoveryCodes for a lost phone; empty where it was turned off
     * @param typed what was typed beside the password
     */
    public record Changed(Optional<String> token, List<String> recoveryCodes, Typed typed) {}

    /** What was typed. */
    public enum Typed {
        CODE_OF_APP,
        RECOVERY_CODE
    }

    /** Returns a secret for somebody to put into their app. */
    public SecondFactors.Offer offer(SignedIn who) {
        return factors.offer(name(who), clock.instant());
    }

    /** Returns the one that somebody was shown before; another where that is too old. */
    public SecondFactors.Offer offerAgain(SignedIn who, String sealed) {
        return factors.offered(name(who), sealed, clock.instant()).orElseGet(() -> offer(who));
    }

    /**
     * Turns it on with the secret that somebody was shown; nothing where password or code are not right.
     *
     * @throws Sessions.NotKeptException where it is not known to be kept
     */
    public Optional<Changed> turnOn(SignedIn who, String sealed, String password, String code)
            throws Sessions.NotKeptException, InterruptedException {
        Instant now = clock.instant();
        Optional<SecondFactors.Offer> offer = factors.offered(name(who), sealed, now);
        OptionalLong step =
                offer.map(each -> SecondFactors.step(each, code, now)).orElse(OptionalLong.empty());
        if (!signIn.knows(who, password, () -> mayTurnOn(who) && step.isPresent())) {
            return Optional.empty();
        }
        List<String> recovery = factors.recoveryCodes();
        synchronized (book.lock(name(who))) {
            if (!mayTurnOn(who)) {
                return Optional.empty();
            }
            change(
                    who,
                    account -> factors.turnOn(account, offer.orElseThrow(), step.getAsLong(), recovery),
                    () -> current(who).getSecondFactor() != null);
        }
        return Optional.of(new Changed(begin(who), recovery, Typed.CODE_OF_APP));
    }

    /** A first password is known to whoever gave it: what it alone let in turns nothing on. */
    private boolean mayTurnOn(SignedIn who) {
        Account account = current(who);
        return account.getSecondFactor() == null && account.getFirstUntil() == null;
    }

    /** Changes an account; that the log did not say so in time is nothing where it is known to be {@code done}. */
    private void change(SignedIn who, UnaryOperator<Account.Builder> change, BooleanSupplier done)
            throws Sessions.NotKeptException, InterruptedException {
        try {
            sessions.change(who, change);
        } catch (Sessions.NotKeptException e) {
            if (!done.getAsBoolean()) {
                throw e;
            }
        }
    }

    /** Begins a session after a change; the change stands, and is told, also where none begins. */
    private Optional<String> begin(SignedIn who) throws InterruptedException {
        try {
            return Optional.of(sessions.begin(name(who)));
        } catch (Sessions.NotKeptException e) {
            return Optional.empty();
        }
    }

    /**
     * Turns it off; nothing where password or code are not right.
     *
     * @throws Sessions.NotKeptException where it is not known to be kept
     */
    public Optional<Changed> turnOff(SignedIn who, String password, String code)
            throws Sessions.NotKeptException, InterruptedException {
        Instant now = clock.instant();
        if (!signIn.knows(
                who, password, () -> factors.use(current(who), code, now).isPresent())) {
            return Optional.empty();
        }
        boolean recovery;
        synchronized (book.lock(name(who))) {
            Account account = current(who);
            Optional<Account> used = factors.use(account, code, now);
            if (used.isEmpty()) {
                return Optional.empty();
            }
            recovery = !used.get().getRecoveryCodes().equals(account.getRecoveryCodes());
            change(who, SecondFactors::turnOff, () -> current(who).getSecondFactor() == null);
        }
        return Optional.of(new Changed(begin(who), List.of(), recovery ? Typed.RECOVERY_CODE : Typed.CODE_OF_APP));
    }

    private Account current(SignedIn who) {
        return book.account(name(who)).orElse(who.account());
    }

    private static String name(SignedIn who) {
        return who.account().getName();
    }
}

package heed.monitoring.access;

import heed.schemas.Account;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people in whose password was right once they show a code as well. Between the two there is no session: the
 * browser has a ticket, sealed and good for five minutes, which says whose password was right and when. Wrong codes
 * slow down the account and the client as wrong passwords do, and a right password forgets none of them.
 */
public final class SecondStep {

    /** How long somebody may take for the second step. */
    public static final Duration TICKET_LASTS = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(SecondStep.class);
    private static final int PARTS = 3;

    private final SignIn signIn;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final Sealing tickets;
    private final Clock clock;

    /** Takes what checks passwords, what checks codes, where sessions begin, the key of tickets and the wall clock. */
    public SecondStep(
            SignIn signIn, SecondFactors factors, Sessions sessions, String key, SecureRandom random, Clock clock) {
        this.signIn = signIn;
        this.factors = factors;
        this.sessions = sessions;
        this.tickets = new Sealing("second step", key, random);
        this.clock = clock;
    }

    /** What came of a code. */
    public enum Outcome {
        LET_IN,
        /** By a code for a lost phone, of which there is one less now. */
        LET_IN_BY_RECOVERY_CODE,
        /** It was no good code, or was used up already. */
        REFUSED,
        /** There were too many tries; nothing was checked. */
        SLOWED,
        /** The ticket is too old, or none. */
        OVER
    }

    /**
     * What came of a code, and whose it is.
     *
     * @param name of the account; empty where nobody's password was right
     * @param to where the person wanted to go
     * @param shown when the password was right, from which on the session counts
     */
    public record Result(Outcome outcome, Optional<String> name, String to, Instant shown) {}

    private record Ticket(Instant at, String name, String to) {}

    /** Returns what a browser shows once the password of {@code name} was right. */
    public String ticket(String name, String to) {
        return tickets.seal(String.join("|", Long.toString(clock.millis()), name, to));
    }

    /** Tells whether a ticket is good. */
    public boolean isGood(String ticket) {
        Instant now = clock.instant();
        return read(ticket, now).flatMap(each -> account(each, now)).isPresent();
    }

    private Optional<Ticket> read(String ticket, Instant now) {
        return tickets.open(ticket)
                .map(text -> text.split("\\|", PARTS))
                .map(parts -> new Ticket(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1], parts[2]))
                .filter(each -> now.isBefore(each.at().plus(TICKET_LASTS)));
    }

    private Optional<Account> account(Ticket ticket, Instant now) {
        return signIn.halfWay(ticket.name(), ticket.at(), now).filter(each -> each.getSecondFactor() != null);
    }

    /**
     * Returns what came of a code; where it lets somebody in, it is used up.
     *
     * @param client who asks, as far as the network tells; empty where it tells nothing
     * @throws Sessions.NotKeptException where it is not known to be used up, and so lets nobody in
     */
    public Result finish(Optional<String> client, String ticket, String typed)
            throws Sessions.NotKeptException, InterruptedException {
        Optional<Ticket> read = read(ticket, clock.instant());
        if (read.isEmpty()) {
            return new Result(Outcome.OVER, Optional.empty(), "/", Instant.EPOCH);
        }
        String name = read.get().name();
        synchronized (signIn.lock(name)) {
            return new Result(
                    finish(client, read.get(), typed),
                    Optional.of(name),
                    read.get().to(),
                    read.get().at());
        }
    }

    private Outcome finish(Optional<String> client, Ticket ticket, String typed)
            throws Sessions.NotKeptException, InterruptedException {
        Instant now = clock.instant();
        Optional<Account> account = account(ticket, now);
        if (account.isEmpty()) {
            return Outcome.OVER;
        }
        Guesses guesses = signIn.guesses();
        if (guesses.mustWait(client, ticket.name(), now)) {
            log.info("a sign-in was slowed down");
            return Outcome.SLOWED;
        }
        Optional<Account> used = factors.use(account.get(), typed, now);
        if (used.isEmpty()) {
            guesses.failed(client, ticket.name(), now);
            if (factors.isSealedByAnother(account.get())) {
                log.warn("a second factor was sealed by another key than this instance has, so no code of it is good");
            } else {
                log.info("the second step of a sign-in was refused");
            }
            return Outcome.REFUSED;
        }
        if (!sessions.useUp(used.get())) {
            throw new Sessions.NotKeptException("the log did not show it again");
        }
        String factor = used.get().getSecondFactor();
        if (account(ticket, clock.instant())
                .filter(each -> each.getSecondFactor().equals(factor))
                .isEmpty()) {
            return Outcome.OVER;
        }
        guesses.succeeded(client, ticket.name());
        return used.get().getRecoveryCodes().equals(account.get().getRecoveryCodes())
                ? Outcome.LET_IN
                : Outcome.LET_IN_BY_RECOVERY_CODE;
    }
}

package heed.monitoring.access;

import heed.schemas.Account;
import java.time.Instant;
import java.util.Optional;

/**
 * How an account stands at a moment.
 *
 * @param account whose
 * @param entry whether it is let in now
 * @param factor how its second factor stands
 * @param lastSignIn when it was signed in last, as far as open sessions and the audit that is held tell
 * @param open in how many browsers it is signed in
 */
public record AccountStanding(Account account, Entry entry, Factor factor, Optional<Instant> lastSignIn, int open) {

    /** Whether somebody is let in. */
    public enum Entry {
        LET_IN,
        /** Until the password that somebody else gave is none any more. */
        LET_IN_FOR_NOW,
        LOCKED,
        /** Whoever lets people in now does not know them. */
        NOT_TAKEN,
        FIRST_PASSWORD_EXPIRED
    }

    /** How a second factor stands. */
    public enum Factor {
        ON,
        OFF,
        /** The role needs one, and there is none. */
        MISSING,
        /** Not Heed's matter. */
        AT_THE_PROVIDER
    }
}

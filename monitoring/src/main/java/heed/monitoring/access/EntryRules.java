package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.access.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Says who lets people in, and what it takes.
 *
 * @param provider issuer of the provider that does; empty where they have passwords here
 * @param secondFactorFor roles for which a password is not enough
 */
public record EntryRules(Optional<String> provider, Set<Role> secondFactorFor) {

    public EntryRules {
        secondFactorFor = Set.copyOf(secondFactorFor);
    }

    /** Returns that by passwords, with a second factor for whoever wants one. */
    public static EntryRules byPassword() {
        return new EntryRules(Optional.empty(), Set.of());
    }

    /** Returns that by a provider, which asks for as many factors as it wants. */
    public static EntryRules by(String issuer) {
        return new EntryRules(Optional.of(issuer), Set.of());
    }

    /** Tells whether an account is let in by whoever lets people in now. */
    boolean takes(Account account) {
        return Optional.ofNullable(account.getProvider()).equals(provider);
    }

    /** Returns what somebody has to do before they may do anything else. */
    SignedIn.Missing missing(Account account) {
        if (account.getFirstUntil() != null) {
            return SignedIn.Missing.PASSWORD;
        }
        return lacksSecondFactor(account) ? SignedIn.Missing.SECOND_FACTOR : SignedIn.Missing.NOTHING;
    }

    private boolean lacksSecondFactor(Account account) {
        return provider.isEmpty()
                && account.getSecondFactor() == null
                && Role.of(account.getRole()).filter(secondFactorFor::contains).isPresent();
    }

    /** Returns how somebody's second factor stands. */
    AccountStanding.Factor factor(Account account) {
        if (account.getSecondFactor() != null) {
            return AccountStanding.Factor.ON;
        }
        if (account.getProvider() != null) {
            return AccountStanding.Factor.AT_THE_PROVIDER;
        }
        return lacksSecondFactor(account) ? AccountStanding.Factor.MISSING : AccountStanding.Factor.OFF;
    }

    /** Returns whether somebody is let in at a moment. */
    AccountStanding.Entry entry(Account account, Instant now) {
        if (account.getState() != AccountState.ACTIVE) {
            return AccountStanding.Entry.LOCKED;
        }
        if (!takes(account)) {
            return AccountStanding.Entry.NOT_TAKEN;
        }
        Instant first = account.getFirstUntil();
        if (first == null) {
            return AccountStanding.Entry.LET_IN;
        }
        return now.isBefore(first)
                ? AccountStanding.Entry.LET_IN_FOR_NOW
                : AccountStanding.Entry.FIRST_PASSWORD_EXPIRED;
    }
}

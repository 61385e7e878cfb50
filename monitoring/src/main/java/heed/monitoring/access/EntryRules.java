package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.access.Role;
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
        boolean needed = provider.isEmpty()
                && Role.of(account.getRole()).filter(secondFactorFor::contains).isPresent();
        return needed && account.getSecondFactor() == null ? SignedIn.Missing.SECOND_FACTOR : SignedIn.Missing.NOTHING;
    }
}

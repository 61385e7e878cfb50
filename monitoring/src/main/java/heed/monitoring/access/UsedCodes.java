package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.record.RecordCopy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The row that says which codes of an account's second factor are used up. It stands beside the account under a name
 * that nobody can have, so that whoever signs in writes nothing of what an administrator or they themselves decided.
 */
public final class UsedCodes {

    private static final String MARK = "|used";

    private UsedCodes() {}

    /** Tells whether a name of the topic is that of such a row, and so nobody's. */
    public static boolean isKey(String name) {
        return name.endsWith(MARK);
    }

    /** Returns the name of the account that such a row is beside. */
    static String name(Account row) {
        return row.getName().substring(0, row.getName().length() - MARK.length());
    }

    /** Returns the row beside an account in which a code was used up; it lets nobody in. */
    static Account row(Account used, Instant now) {
        return Account.newBuilder()
                .setName(used.getName() + MARK)
                .setCalled("")
                .setRole("")
                .setPlaces(List.of())
                .setState(AccountState.UNSTATED)
                .setPassword("")
                .setSessionsFrom(now)
                .setChangedAt(now)
                .setSecondFactor(factor(used))
                .setSecondFactorStep(used.getSecondFactorStep())
                .setRecoveryCodes(used.getRecoveryCodes())
                .build();
    }

    /** Returns an account without the codes that are used up; those of another second factor say nothing of it. */
    static Account without(Account account, Account row) {
        return Objects.equals(row.getSecondFactor(), factor(account))
                ? RecordCopy.of(account, Account.newBuilder())
                        .setSecondFactorStep(Math.max(account.getSecondFactorStep(), row.getSecondFactorStep()))
                        .setRecoveryCodes(account.getRecoveryCodes().stream()
                                .filter(row.getRecoveryCodes()::contains)
                                .toList())
                        .build()
                : account;
    }

    /** Tells whether an account is known without the codes that {@code used} is without. */
    static boolean areKnown(Account account, Account used) {
        return !Objects.equals(account.getSecondFactor(), used.getSecondFactor())
                || (account.getSecondFactorStep() >= used.getSecondFactorStep()
                        && used.getRecoveryCodes().containsAll(account.getRecoveryCodes()));
    }

    /** The secret itself is kept in the account alone, that it is gone with it. */
    private static String factor(Account account) {
        return Digest.of(Objects.requireNonNullElse(account.getSecondFactor(), ""));
    }
}

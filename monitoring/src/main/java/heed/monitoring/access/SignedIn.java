package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.Session;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.key.PlaceKey;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Somebody who is signed in.
 *
 * @param account who they are
 * @param session by which they are known
 * @param seal what their own pages send along with a form, and no page elsewhere knows
 * @param missing what they have to do before they may do anything else
 */
public record SignedIn(Account account, Session session, String seal, Missing missing) {

    /** How an account says that it may read comments. */
    public static final String COMMENTS = "comments";

    /** What somebody has to do before they may do anything else. */
    public enum Missing {
        NOTHING,
        /** Choose a password of their own. */
        PASSWORD,
        /** Turn a second factor on, which their role needs. */
        SECOND_FACTOR
    }

    /** Tells whether they have to choose a password before anything else. */
    public boolean mustChoosePassword() {
        return missing == Missing.PASSWORD;
    }

    /** Tells whether they have a second factor. */
    public boolean hasSecondFactor() {
        return account.getSecondFactor() != null;
    }

    /** Tells whether a provider let them in, who have no password here. */
    public boolean isByProvider() {
        return account.getProvider() != null;
    }

    /** Returns what they may; nothing while anything is missing. */
    public Optional<Rights> rights() {
        return missing == Missing.NOTHING ? rightsOf(account) : Optional.empty();
    }

    /** Returns what an account may; nothing where its role or a place is none that is known here. */
    public static Optional<Rights> rightsOf(Account account) {
        try {
            return Role.of(account.getRole()).map(role -> Rights.of(
                            role,
                            Scope.of(account.getPlaces().stream()
                                    .map(PlaceKey::parse)
                                    .collect(Collectors.toSet())))
                    .granting(granted(account)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Right> granted(Account account) {
        return account.getGranted().contains(COMMENTS) ? List.of(Right.COMMENTS) : List.of();
    }

    /** Returns how others read who it was. */
    public String called() {
        return called(account);
    }

    /** Returns how others read of somebody. */
    static String called(Account account) {
        return account.getProvider() == null
                ? account.getCalled() + " (" + account.getName() + ")"
                : account.getCalled();
    }
}

package heed.app.command;

import heed.monitoring.access.SignedIn;
import heed.schemas.Account;
import heed.schemas.access.Right;
import heed.schemas.access.Role;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says on one line who may sign in, and what they may where. */
final class AccountLine {

    private AccountLine() {}

    /** Returns the line of an account. */
    static String of(Account account) {
        boolean everywhere =
                Role.of(account.getRole()).filter(role -> !role.namesPlaces()).isPresent();
        String where = account.getPlaces().stream()
                .map(place -> place.replaceFirst("\\|$", "").replace('|', '/'))
                .collect(Collectors.joining(", "));
        String at = !where.isEmpty() ? where : everywhere ? "all hospitals" : "nowhere";
        String comments = SignedIn.rightsOf(account)
                        .filter(rights -> rights.may(Right.COMMENTS))
                        .isPresent()
                ? ", reads comments"
                : "";
        String first = account.getFirstUntil() == null ? "" : ", first password until " + account.getFirstUntil();
        String second = account.getSecondFactor() == null ? "" : ", second factor";
        return String.join("  ", account.getName(), account.getRole(), at + comments) + "  "
                + account.getState().name().toLowerCase(Locale.ROOT) + first + second + "  " + account.getCalled();
    }
}

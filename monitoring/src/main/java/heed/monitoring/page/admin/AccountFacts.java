package heed.monitoring.page.admin;

import heed.monitoring.access.SignedIn;
import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.access.Right;
import heed.schemas.access.Role;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what an account is in words. */
record AccountFacts(Account account, ZoneId zone) {

    String role() {
        String role = account.getRole();
        return SignedIn.rightsOf(account)
                        .filter(rights -> rights.may(Right.COMMENTS))
                        .isPresent()
                ? role + ", reads comments"
                : role;
    }

    String where() {
        String places = account.getPlaces().stream()
                .map(place -> place.replaceFirst("\\|$", "").replace('|', '/'))
                .collect(Collectors.joining(", "));
        if (!places.isEmpty()) {
            return places;
        }
        return Role.of(account.getRole()).filter(role -> !role.namesPlaces()).isPresent() ? "all hospitals" : "nowhere";
    }

    String state() {
        if (account.getState() != AccountState.ACTIVE) {
            return "locked";
        }
        Instant first = account.getFirstUntil();
        if (first != null) {
            return "first password until " + moment(first);
        }
        return account.getProvider() == null ? "let in" : "let in by the provider";
    }

    String lastSignIn(Optional<Instant> last) {
        return last.map(this::moment).orElse("not known");
    }

    private String moment(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return English.shortDate(local.toLocalDate()) + ", " + English.time(local);
    }
}

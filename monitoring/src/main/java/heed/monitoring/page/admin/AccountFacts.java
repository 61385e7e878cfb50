package heed.monitoring.page.admin;

import heed.monitoring.access.AccountStanding;
import heed.monitoring.access.SignedIn;
import heed.schemas.Account;
import heed.schemas.access.Right;
import heed.schemas.access.Role;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what an account is in words. */
record AccountFacts(AccountStanding standing, ZoneId zone) {

    private Account account() {
        return standing.account();
    }

    String role() {
        String role = account().getRole();
        return SignedIn.rightsOf(account())
                        .filter(rights -> rights.may(Right.COMMENTS))
                        .isPresent()
                ? role + ", reads comments"
                : role;
    }

    String where() {
        String places = account().getPlaces().stream()
                .map(place -> place.replaceFirst("\\|$", "").replace('|', '/'))
                .collect(Collectors.joining(", "));
        if (!places.isEmpty()) {
            return places;
        }
        return Role.of(account().getRole()).filter(role -> !role.namesPlaces()).isPresent()
                ? "all hospitals"
                : "nowhere";
    }

    /** Says in a line what somebody may where, and how they stand. */
    String line() {
        return role() + ", " + where() + ", " + state();
    }

    String state() {
        boolean provided = account().getProvider() != null;
        return switch (standing.entry()) {
            case LET_IN -> provided ? "let in by the provider" : "let in";
            case LET_IN_FOR_NOW -> "first password until " + firstUntil();
            case LOCKED -> "not let in: locked";
            case NOT_TAKEN ->
                provided
                        ? "not let in: of a provider that lets nobody in now"
                        : "not let in: has a password, and a provider lets people in now";
            case FIRST_PASSWORD_EXPIRED -> "not let in: first password expired " + firstUntil();
        };
    }

    private String firstUntil() {
        return Optional.ofNullable(account().getFirstUntil()).map(this::moment).orElse("");
    }

    String secondFactor() {
        return switch (standing.factor()) {
            case ON -> "on";
            case OFF -> "off";
            case MISSING -> "required and missing";
            case AT_THE_PROVIDER -> "at the provider";
        };
    }

    String lastSignIn() {
        return standing.lastSignIn().map(this::moment).orElse("not known");
    }

    private String moment(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        return English.shortDate(local.toLocalDate()) + ", " + English.time(local);
    }
}

package heed.monitoring.page.admin;

import heed.monitoring.access.AccountDesk;
import heed.monitoring.access.SignedIn;
import heed.monitoring.html.Html;
import heed.schemas.Account;
import heed.schemas.access.Right;
import heed.schemas.access.Role;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** The fields by which an administrator says what somebody may, and where. */
final class DutyFields {

    private static final String ROLE = "role";
    private static final String PLACES = "places";
    private static final String COMMENTS = "comments";

    private DutyFields() {}

    /** Returns them as an account has them now. */
    static AdminFields of(Account account) {
        String places = account.getPlaces().stream()
                .map(place -> place.replaceFirst("\\|$", "").replace('|', '/'))
                .reduce((some, more) -> some + ", " + more)
                .orElse("");
        return new AdminFields(Map.of(
                ROLE,
                account.getRole(),
                PLACES,
                places,
                COMMENTS,
                account.getGranted().contains(SignedIn.COMMENTS) ? "on" : ""));
    }

    /**
     * Returns what they say.
     *
     * @throws IllegalArgumentException where a place or the role is none, with what to do
     */
    static AccountDesk.Duty read(AdminFields typed) {
        return new AccountDesk.Duty(
                Role.of(typed.text(ROLE)).orElseThrow(() -> new IllegalArgumentException("choose a role of the list")),
                typed.codes(PLACES).stream().map(AccountDesk::place).toList(),
                typed.isTicked(COMMENTS) ? Set.of(Right.COMMENTS) : Set.of());
    }

    static Html write(AdminFields typed) {
        return Html.join(
                typed.choice(
                        ROLE,
                        "Role",
                        "national, engineer and administrator are for all hospitals, the others for those named below.",
                        Arrays.stream(Role.values()).map(Role::code).toList()),
                typed.line(PLACES, "Hospitals or units", "HOSPITAL, or HOSPITAL/UNIT; several with a comma between."),
                typed.box(COMMENTS, "May read what patients wrote; a lead alone"));
    }
}

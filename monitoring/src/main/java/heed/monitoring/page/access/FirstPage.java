package heed.monitoring.page.access;

import heed.monitoring.access.SignedIn;
import heed.schemas.access.Right;
import java.util.Map;

/** Says which page somebody is led to who has signed in and asked for none. */
final class FirstPage {

    /** No role has two of these rights. */
    private static final Map<Right, String> PAGES =
            Map.of(Right.FIGURES, Leading.HOME, Right.PIPELINE, "/pipeline", Right.ADMINISTRATION, "/admin");

    private FirstPage() {}

    /** Returns the first page that somebody may read, or where they get what they need before. */
    static String of(SignedIn who) {
        if (who.missing() == SignedIn.Missing.SECOND_FACTOR) {
            return Leading.SECOND_FACTOR;
        }
        return PAGES.entrySet().stream()
                .filter(page ->
                        who.rights().filter(rights -> rights.may(page.getKey())).isPresent())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Leading.ACCOUNT);
    }
}

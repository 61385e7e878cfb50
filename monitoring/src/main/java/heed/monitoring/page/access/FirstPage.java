package heed.monitoring.page.access;

import heed.monitoring.access.SignedIn;
import heed.monitoring.view.Paths;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import java.util.Map;
import java.util.Optional;

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
        Optional<String> ward = who.rights().flatMap(FirstPage::ward);
        if (ward.isPresent()) {
            return ward.get();
        }
        return PAGES.entrySet().stream()
                .filter(page ->
                        who.rights().filter(rights -> rights.may(page.getKey())).isPresent())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Leading.ACCOUNT);
    }

    /** Whoever reads one ward and nothing else is led to it. */
    private static Optional<String> ward(Rights rights) {
        return Optional.of(rights.scope().places())
                .filter(each -> rights.may(Right.FIGURES) && each.size() == 1)
                .map(each -> each.iterator().next())
                .filter(place -> !place.isWhole())
                .map(Paths::place);
    }
}

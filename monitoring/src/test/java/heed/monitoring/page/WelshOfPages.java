package heed.monitoring.page;

import heed.monitoring.html.Html;
import heed.monitoring.language.PageTranslation;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Holds that what a test has a page say can be said in Welsh: all that is left in English is data, as tests invent it.
 * Whoever writes a sentence on a page is told here that the catalogue lacks it.
 */
public final class WelshOfPages {

    private static final List<String> NAMES = List.of(
            "(Ashcombe|Fenbridge) General|(Brackenhill|Harrowfen) Infirmary|Elmsworth Royal",
            "(Calder Mount|Dovewater|Garnet Vale|Ivelstone|Juniper Cross) Hospital|Saint <[bi]>(Co)?",
            "Saint <script>alert\\('1'\\)</script> & \"Co|North|South( & West)?|Ashdown|Zennor",
            "SIM-[A-J]|H\\d+|W(ARD-)?\\d+|Ward[- ][W0-9]+|DAY-UNIT|MAT|[A-Z]|[A-Z]+",
            "(Good|Apart|First|Near|<i>|q-1|aim-1.good|q-1.<i>x)( in words)?( at Saint <b>)?",
            "Sister Evans|evans|Dr Rees|[a-z]+\\.[a-z]+|Ours|Closed|New rota began|New rota & breaks|Rota|Ward moved",
            "Day \\d+|Today|She said \"no|watch-1|https://heed.example|Heed");

    private static final Pattern DATA = Pattern.compile(String.join("|", NAMES));

    private WelshOfPages() {}

    /** Returns what of a part of a page is neither Welsh nor data. */
    public static List<String> lacking(Html part) {
        return PageTranslation.left(part).stream()
                .filter(each -> !DATA.matcher(each).matches())
                .toList();
    }

    static void check(Html part) {
        List<String> lacking = lacking(part);
        if (!lacking.isEmpty()) {
            throw new AssertionError("cy.po says nothing for " + lacking);
        }
    }
}

package heed.schemas.sentence;

import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import heed.schemas.key.WeekKey;
import heed.schemas.theme.Theme;
import java.time.LocalDate;

/**
 * Says a rise in what people write about in plain words. Themes have the framework's English names in both languages.
 */
public final class ThemeRiseSentences {

    private static final int SUNDAY = 6;

    private ThemeRiseSentences() {}

    /** Returns it in English. */
    public static String english(ThemeRise rise) {
        if (rise.getState() == ThemeRiseState.WITHDRAWN) {
            return "More people seemed to write about '" + title(rise) + "' from " + English.date(since(rise))
                    + " on: what is counted now does not bear that out.";
        }
        return "About " + English.percent(rise.getShare()) + " of comments from " + English.date(since(rise)) + " to "
                + English.date(through(rise)) + " are about '" + title(rise) + "'; usual was about "
                + English.percent(rise.getUsual()) + "."
                + (rise.getState() == ThemeRiseState.ENDED ? " That has passed." : "");
    }

    /** Returns the same in Welsh. */
    public static String welsh(ThemeRise rise) {
        if (rise.getState() == ThemeRiseState.WITHDRAWN) {
            return "Roedd yn ymddangos bod mwy o bobl yn ysgrifennu am '" + title(rise) + "' o "
                    + Months.WELSH.write(since(rise)) + " ymlaen: nid yw'r hyn a gyfrifir nawr yn cadarnhau hynny.";
        }
        return "Mae tua " + English.percent(rise.getShare()) + " o'r sylwadau o " + Months.WELSH.write(since(rise))
                + " hyd " + Months.WELSH.write(through(rise)) + " am '" + title(rise) + "'; tua "
                + English.percent(rise.getUsual()) + " oedd yn arferol."
                + (rise.getState() == ThemeRiseState.ENDED ? " Mae hynny wedi mynd heibio." : "");
    }

    static String title(ThemeRise rise) {
        return Theme.of(rise.getTheme()).map(Theme::title).orElse(rise.getTheme());
    }

    private static LocalDate since(ThemeRise rise) {
        return WeekKey.monday(rise.getSince());
    }

    private static LocalDate through(ThemeRise rise) {
        return WeekKey.monday(rise.getThrough()).plusDays(SUNDAY);
    }
}

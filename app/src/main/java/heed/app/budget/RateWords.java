package heed.app.budget;

import heed.schemas.sentence.Rarity;
import java.util.Locale;

/** Says a rate in words: how often in a year, or once in how many years, as of a drop itself. */
public final class RateWords {

    private static final double WEEKS_A_YEAR = Rarity.DAYS_A_YEAR / 7;
    private static final double WHOLE_FROM = 10;

    /** More than a sum of a thousand rates errs by: once in 3 years must not come out as once in 2.9999999. */
    private static final double ROUNDING = 1e-9;

    private RateWords() {}

    /**
     * Returns the words for {@code aYear}, such as "once in 2 years", "1.5 times a year" or "208 times a year (4 a
     * week)".
     */
    public static String aYear(double aYear) {
        String times = number(aYear);
        if (times.equals("1")) {
            return Rarity.ofYears(1).once();
        }
        if (aYear < 1) {
            return Rarity.ofYears(1 / aYear + ROUNDING).once();
        }
        return times + " times a year"
                + (aYear >= WEEKS_A_YEAR ? " (" + number(aYear / WEEKS_A_YEAR) + " a week)" : "");
    }

    /**
     * Returns a number of years, days or times with no more figures than one needs: one decimal below ten, if it says
     * anything.
     */
    public static String number(double value) {
        String tenths = String.format(Locale.ROOT, "%.1f", value);
        return value >= WHOLE_FROM || tenths.endsWith(".0") ? String.format(Locale.ROOT, "%,.0f", value) : tenths;
    }
}

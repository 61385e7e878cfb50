package heed.app.budget;

import heed.schemas.hospital.Hospital;
import heed.schemas.sentence.Rarity;
import heed.topology.watch.WatchRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often somebody is willing to be disturbed, and what to set for it.
 *
 * @param number so many times
 * @param period in so long
 */
record BearableRate(double number, Period period) {

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,3})?)-per-(year|month|week)");
    private static final int MOST_PUBLISHED_DAYS = 1_000_000;

    /** Periods that people count in. */
    private enum Period {
        YEAR(1),
        MONTH(12),
        WEEK(Rarity.DAYS_A_YEAR / 7);

        private final double inAYear;

        Period(double inAYear) {
            this.inAYear = inAYear;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads {@code 1-per-month}.
     *
     * @throws IllegalArgumentException with what is allowed
     */
    static BearableRate parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || Double.parseDouble(written.group(1)) == 0) {
            throw new IllegalArgumentException(
                    "must be NUMBER-per-year, -per-month or -per-week, such as 1-per-month, was '" + text + "'");
        }
        return new BearableRate(
                Double.parseDouble(written.group(1)),
                Period.valueOf(written.group(2).toUpperCase(Locale.ROOT)));
    }

    private double aYear() {
        return number * period.inAYear;
    }

    /** Returns what to set, a sentence for each kind of viewer. */
    List<String> advice(Budget budget, WatchedPlaces watched) {
        WatchRules now = budget.rules();
        List<String> lines = new ArrayList<>();
        lines.add("For " + RateWords.number(number) + " a " + period.word());
        lines.add(sentence(
                "who watches one unit",
                "watch.unit-false-alarm-days",
                Hospital.MOST_FALSE_ALARM_DAYS,
                days -> budget.under(
                                new WatchRules(now.hospital(), days, now.published(), now.hospitals(), now.measures()))
                        .aYear(budget.anyUnit())));
        lines.add(sentence(
                "who watches one hospital as a whole",
                "watch.false-alarm-days",
                Hospital.MOST_FALSE_ALARM_DAYS,
                days -> budget.under(new WatchRules(days, now.unit(), now.published(), now.hospitals(), now.measures()))
                        .aYear(budget.anyHospital())));
        if (!watched.many().isEmpty()) {
            lines.add(sentence(
                    "who watches " + watched.named(), "watch.published-false-alarm-days", MOST_PUBLISHED_DAYS, days -> {
                        Budget under = budget.under(
                                new WatchRules(now.hospital(), now.unit(), days, now.hospitals(), now.measures()));
                        return watched.many().stream()
                                .mapToDouble(under::publishedAYear)
                                .sum();
                    }));
        }
        lines.add("Longer times make alarms later.");
        return lines;
    }

    private interface Rate {
        double under(int days);
    }

    private String sentence(String who, String setting, int most, Rate rate) {
        String viewer = "  A viewer " + who + ": ";
        if (rate.under(Hospital.LEAST_FALSE_ALARM_DAYS) <= aYear()) {
            return viewer + "any " + setting + " will do.";
        }
        int days = mostStillReaching(rate, most);
        return days == most && rate.under(most) > aYear()
                ? viewer + "not even " + most + ", the most that " + setting
                        + " takes, is enough; watch fewer measures."
                : viewer + "set " + setting + " to " + days + ".";
    }

    /** Returns the most whole days at which the rate is still what is bearable: it falls as days grow. */
    private int mostStillReaching(Rate rate, int most) {
        int low = Hospital.LEAST_FALSE_ALARM_DAYS;
        int high = most;
        while (low < high) {
            int middle = low + (high - low + 1) / 2;
            if (rate.under(middle) >= aYear()) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}

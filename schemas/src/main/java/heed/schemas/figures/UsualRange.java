package heed.schemas.figures;

import heed.schemas.UsualFigures;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Sets a window's score beside what is usual of its line of figures: for display, never an alarm.
 *
 * <p>A window is looked at once it is over, so about one in forty falls below the 95% range by chance; the watch, which
 * looks after every response, is what keeps a stated rate of false alarms. The square root of the design effect widens
 * the range for days that move together, as Laney's sigma-z does.
 *
 * @param n answers of the window
 * @param score the window's score, 0 to 1
 * @param expected the score that is usual for the window's weekdays
 * @param z distance of the score from the expected one, in standard deviations
 * @param sigmaZ how much wider the range is than if answers of a day were independent
 * @param low95 lower end of the range that the score usually lies in, 95 times in 100
 * @param low998 lower end of the range that it nearly always lies in, 998 times in 1,000
 */
public record UsualRange(
        long n,
        double score,
        double expected,
        double z,
        double sigmaZ,
        double low95,
        double high95,
        double low998,
        double high998) {

    /** Answers that a window needs to be set beside the usual. */
    public static final int FEWEST = 10;

    /** Normal quantile of a two-sided 95% range. */
    private static final double Z95 = 1.959963984540054;

    private static final double Z998 = 3.090232306167813;

    /** The correlation is raised by a quarter, because its estimate errs. */
    private static final double CAUTION = 1.25;

    private static final double LARGEST_CORRELATION = .9;

    /** Where a score lies in the usual range. */
    public enum Band {
        MUCH_BELOW,
        BELOW,
        AS_EXPECTED,
        ABOVE,
        MUCH_ABOVE
    }

    /** A day of a window, and what was counted on it. */
    public record Day(LocalDate date, Counted counted) {}

    /**
     * Sets the days of a window beside what is usual; empty where they have under {@link #FEWEST} answers, or where
     * what is usual is not told of every weekday.
     *
     * @param learned answers that what is usual was learned from
     */
    public static Optional<UsualRange> of(List<Day> days, UsualFigures usual, long learned) {
        Counted all = days.stream().map(Day::counted).reduce(Counted.NOTHING, Counted::plus);
        if (all.n() < FEWEST || usual.getWeekdayScores().size() != DayOfWeek.values().length) {
            return Optional.empty();
        }
        double n = all.n();
        double expected = 0;
        double squaredCounts = 0;
        for (Day day : days) {
            double ofDay = day.counted().n();
            expected += ofDay / n * usual.getWeekdayScores().get(weekday(day.date()));
            squaredCounts += ofDay * ofDay;
        }
        double correlation = Math.min(LARGEST_CORRELATION, CAUTION * usual.getIcc());
        double effect = 1 + Math.max(squaredCounts / n - 1, 0) * correlation;
        double deviation = Math.sqrt(
                usual.getVariance() * effect / n + usual.getVariance() * usual.getDesignEffect() / (learned + 1));
        return Optional.of(new UsualRange(
                all.n(),
                all.score(),
                expected,
                (all.score() - expected) / deviation,
                Math.sqrt(effect),
                share(expected - Z95 * deviation),
                share(expected + Z95 * deviation),
                share(expected - Z998 * deviation),
                share(expected + Z998 * deviation)));
    }

    private static int weekday(LocalDate date) {
        return date.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
    }

    private static double share(double value) {
        return Math.max(0, Math.min(1, value));
    }

    /** Returns where the score lies. */
    public Band band() {
        if (score < low998) {
            return Band.MUCH_BELOW;
        }
        if (score < low95) {
            return Band.BELOW;
        }
        if (score > high998) {
            return Band.MUCH_ABOVE;
        }
        return score > high95 ? Band.ABOVE : Band.AS_EXPECTED;
    }
}

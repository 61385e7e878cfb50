package heed.schemas.sentence;

import heed.schemas.Severity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Locale;

/**
 * Writes figures, dates and times in English, one way for each: pages, commands and sentences on topics then show one
 * figure alike.
 *
 * <p>Nothing is taken from the Java runtime's locales, whose lists differ between releases.
 */
public final class English {

    private static final int SHORT_MONTH = 3;
    private static final double LEAST_EVIDENCE = 0.001;

    private English() {}

    /** Returns a share, 1 being all, as a whole percentage, rounded half up: 78%. */
    public static String percent(double share) {
        return Figures.whole(share) + "%";
    }

    /** Returns two shares as percentages: 71% to 84%. */
    public static String range(double low, double high) {
        return percent(low) + " to " + percent(high);
    }

    /**
     * Returns a difference of shares, 1 being 100 points, in points: whole ones, rounded half up, and tenths under one.
     */
    public static String points(double difference) {
        long whole = Figures.rounded(difference * 100);
        if (whole == 0) {
            return Figures.tenths(difference) + " points";
        }
        return whole == 1 ? "1 point" : whole + " points";
    }

    /** Rounds a difference of scores, up or down alike, as {@link #points} tells it; 1 is 100 points. */
    public static double roundedPoints(double difference) {
        double size = Math.abs(difference);
        long whole = Figures.rounded(size * 100);
        double told = whole == 0 ? Figures.rounded(size * 1000) / 1000. : whole / 100.;
        return difference < 0 && told > 0 ? -told : told;
    }

    /** Returns a count with its thousands apart: 12,345. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns how many of what: "1 ward", "12,345 wards". */
    public static String counted(long number, String what) {
        return count(number) + " " + what + (number == 1 ? "" : "s");
    }

    /** Returns how many answers: "1 answer", "12,345 answers". */
    public static String answers(long number) {
        return counted(number, "answer");
    }

    /** Returns how many hospitals: "1 hospital", "150 hospitals". */
    public static String hospitals(long number) {
        return counted(number, "hospital");
    }

    /** Returns a date in full: 3 March 2026. */
    public static String date(LocalDate date) {
        return Months.ENGLISH.write(date);
    }

    /** Returns a date for a table: 3 Mar 2026. */
    public static String shortDate(LocalDate date) {
        return dayAndMonth(date) + " " + date.getYear();
    }

    /** Returns a date whose year is clear, for a chart: 3 Mar. */
    public static String dayAndMonth(LocalDate date) {
        return date.getDayOfMonth() + " "
                + Months.ENGLISH.name(date.getMonthValue()).substring(0, SHORT_MONTH);
    }

    /** Returns a calendar month: March 2026. */
    public static String month(YearMonth month) {
        return Months.ENGLISH.name(month.getMonthValue()) + " " + month.getYear();
    }

    /** Returns a moment in full: 3 March 2026, 14:05. */
    public static String moment(ZonedDateTime moment) {
        return date(moment.toLocalDate()) + ", " + time(moment);
    }

    /** Returns a moment whose year is clear, for a list: 3 Mar, 14:05. */
    public static String shortMoment(ZonedDateTime moment) {
        return dayAndMonth(moment.toLocalDate()) + ", " + time(moment);
    }

    /** Returns a time of day: 14:05. */
    public static String time(ZonedDateTime moment) {
        return Months.time(moment);
    }

    /** Returns a time of day to the second: 14:05:09. */
    public static String second(ZonedDateTime moment) {
        return time(moment) + String.format(Locale.ROOT, ":%02d", moment.getSecond());
    }

    /** Returns how much evidence there is, the alarm being raised at 1: 0.254. */
    public static String evidence(double evidence) {
        return evidence < LEAST_EVIDENCE ? "below 0.001" : String.format(Locale.ROOT, "%.3f", evidence);
    }

    /** Returns the word for the size of a fall: moderate. */
    public static String severity(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}

package heed.monitoring.view;

import heed.monitoring.readmodel.RecentDays;
import heed.schemas.Severity;
import heed.schemas.disclosure.Reading;
import heed.schemas.sentence.English;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Says figures and times in the page's words. */
public final class Words {

    /** The days of a current score. */
    public static final String SCORE_DAYS = RecentDays.SCORE + " days";

    /** The days of the score that shows first what changes. */
    public static final String SHORT_DAYS = RecentDays.SHORT + " days";

    /** Of when a current score is, at the end of a sentence. */
    public static final String LATELY = " in the last " + SCORE_DAYS;

    private Words() {}

    /** Returns a score as a whole percentage. */
    public static String percent(Reading.Shown shown) {
        return shown.percent() + "%";
    }

    /** Returns the range of a score as whole percentages. */
    public static String range(Reading.Shown shown) {
        return English.range(shown.figures().low(), shown.figures().high());
    }

    /** Returns a moment to the second: 14:32:07 (1 Jul 2026). */
    public static String asOf(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return English.second(local) + " (" + English.shortDate(local.toLocalDate()) + ")";
    }

    /** Returns the day of a moment whose year is clear: 3 Mar. */
    public static String shortDate(Instant moment, ZoneId zone) {
        return English.dayAndMonth(moment.atZone(zone).toLocalDate());
    }

    /** Returns the day of a moment: 3 March 2026. */
    public static String date(Instant moment, ZoneId zone) {
        return English.date(moment.atZone(zone).toLocalDate());
    }

    /** Returns a moment whose year is clear: 3 Mar, 14:05. */
    public static String shortMoment(Instant moment, ZoneId zone) {
        return English.shortMoment(moment.atZone(zone));
    }

    /** Returns a moment: 3 March 2026, 14:05. */
    public static String moment(Instant moment, ZoneId zone) {
        return English.moment(moment.atZone(zone));
    }

    /** Returns the calendar month of a moment as a reader says it: March 2026. */
    public static String month(Instant start, ZoneId zone) {
        return English.month(YearMonth.from(start.atZone(zone)));
    }

    /** Writes a rank as tables do: 8, and =8 where several hospitals share it. */
    public static String rank(int rank, int tied) {
        return (tied > 1 ? "=" : "") + English.count(rank);
    }

    /** Returns a calendar month, 2026-03, as a reader says it: March 2026. */
    public static String month(String month) {
        return English.month(YearMonth.parse(month));
    }

    /**
     * Returns a score in basis points, 10,000 being all, as a percentage with one decimal: neighbours in a ranking
     * differ by less than a whole percent, and a whole one would be rounded twice.
     */
    public static String basisPoints(int share) {
        int tenths = Math.floorDiv(share + 5, 10);
        return tenths / 10 + "." + tenths % 10 + "%";
    }

    /** Returns a range of basis points as whole percentages. */
    public static String basisPoints(int low, int high) {
        return English.range(low / 10_000.0, high / 10_000.0);
    }

    /** Returns how long before {@code now} something was, in the largest unit that says it. */
    public static String ago(Instant then, Instant now) {
        Duration gap = Duration.between(then, now);
        if (gap.compareTo(Duration.ofMinutes(1)) < 0) {
            return "just now";
        }
        if (gap.compareTo(Duration.ofHours(1)) < 0) {
            return gap.toMinutes() + " min ago";
        }
        if (gap.compareTo(Duration.ofDays(2)) < 0) {
            return gap.toHours() + " h ago";
        }
        return gap.toDays() + " days ago";
    }

    /** Returns a measured stretch of wall-clock time: 9 s, 3 min, 2 h. */
    public static String stretch(Duration gap) {
        long seconds = Math.max(0, gap.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7200 ? seconds / 60 + " min" : seconds / 3600 + " h";
    }

    /** Returns how large a drop is: "major drop". */
    public static String severity(Severity severity) {
        return English.severity(severity) + " drop";
    }

    /** Says that there are too few answers to show. */
    public static String tooFew(int minimum) {
        return "Too few to show (fewer than " + minimum + ")";
    }

    /** Says why a reading has no score. */
    public static String whyNone(Reading reading) {
        if (reading instanceof Reading.Withheld withheld) {
            return withheld(withheld.why());
        }
        return reading instanceof Reading.TooFew few ? tooFew(few.minimum()) : "No responses";
    }

    /** Says why something is withheld. */
    public static String withheld(Reading.Why why) {
        return switch (why) {
            case NOT_RELEASED -> "Not released: shown by whole months, once they are closed";
            case SUBTRACTION -> "Withheld so that a small ward cannot be computed";
            case OVER_TIME -> "Withheld so that days of few answers cannot be computed";
        };
    }

    /** Says why a reading of the last 28 days has no score, and of when that is. */
    public static String whyNoneLately(Reading reading) {
        return whyNone(reading) + (reading instanceof Reading.Withheld ? "" : LATELY);
    }
}

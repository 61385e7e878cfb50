package heed.schemas.key;

import heed.schemas.Episode;
import heed.schemas.Movement;
import heed.schemas.topic.Topics;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names what all hospitals did in a measure in one calendar week, and is the key of {@link Topics#MOVEMENTS} and, with
 * the week that an episode began in, of {@link Topics#EPISODES}: {@code measure|week}.
 *
 * @param week calendar week by ISO 8601, for example {@code 2026-W10}
 */
public record WeekKey(String measure, String week) {

    private static final String SHAPE = "measure|week";
    private static final Pattern WEEK = Pattern.compile("-?[0-9]{4,9}-W[0-9]{2}");

    public WeekKey {
        KeyText.requireMeasure(measure);
        requireWeek(week);
    }

    static String requireWeek(@Nullable String week) {
        if (week == null || !WEEK.matcher(week).matches()) {
            throw new IllegalArgumentException("week must be written 2026-W10, was '" + week + "'");
        }
        return week;
    }

    /** Returns the week that a movement is of. */
    public static WeekKey of(Movement movement) {
        return new WeekKey(movement.getMeasure(), movement.getWeek());
    }

    /** Returns the week that an episode opened in. */
    public static WeekKey of(Episode episode) {
        return new WeekKey(episode.getMeasure(), episode.getWeek());
    }

    /** Returns the week of {@code measure} that {@code date} lies in. */
    public static WeekKey at(String measure, LocalDate date) {
        return new WeekKey(measure, week(date));
    }

    /** Returns the calendar week that {@code date} lies in, for example {@code 2026-W10}. */
    public static String week(LocalDate date) {
        return padded(date.get(IsoFields.WEEK_BASED_YEAR), 4)
                + "-W"
                + padded(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2);
    }

    /** Returns the Monday of a calendar week, for example of {@code 2026-W10}. */
    public static LocalDate monday(String week) {
        return LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
    }

    /** Done for each day of each measure and hospital: a format would be parsed anew each time. */
    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /**
     * Reads a key back.
     *
     * @throws IllegalArgumentException where {@code key} is none
     */
    public static WeekKey parse(String key) {
        List<String> parts = KeyText.parts(key, SHAPE);
        return new WeekKey(parts.get(0), parts.get(1));
    }

    /** Returns the key as it is written to the topic. */
    public String text() {
        return KeyText.join(measure, week);
    }

    @Override
    public String toString() {
        return text();
    }
}

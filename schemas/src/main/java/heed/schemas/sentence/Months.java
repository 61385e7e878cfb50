package heed.schemas.sentence;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * Writes dates in words. The names are kept here, not taken from the Java runtime: its lists differ between releases,
 * and a record must come out of a replay byte for byte the same.
 */
final class Months {

    static final Months ENGLISH = new Months(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    static final Months WELSH = new Months(
            "Ionawr",
            "Chwefror",
            "Mawrth",
            "Ebrill",
            "Mai",
            "Mehefin",
            "Gorffennaf",
            "Awst",
            "Medi",
            "Hydref",
            "Tachwedd",
            "Rhagfyr");

    private final List<String> names;

    private Months(String... names) {
        this.names = List.of(names);
    }

    String write(LocalDate date) {
        return date.getDayOfMonth() + " " + name(date.getMonthValue()) + " " + date.getYear();
    }

    /** Returns the name of a month, 1 being January. */
    String name(int month) {
        return names.get(month - 1);
    }

    /** Returns a time of day, which both languages write alike. */
    static String time(ZonedDateTime moment) {
        return String.format(Locale.ROOT, "%02d:%02d", moment.getHour(), moment.getMinute());
    }
}

package heed.schemas.sentence;

import java.time.LocalDate;
import java.util.List;

/**
 * Writes dates in words. The names are kept here, not taken from the Java runtime: its lists differ between releases, and a
 * record must come out of a replay byte for byte the same.
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
        return date.getDayOfMonth() + " " + names.get(date.getMonthValue() - 1) + " " + date.getYear();
    }
}

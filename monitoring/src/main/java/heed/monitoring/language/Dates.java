package heed.monitoring.language;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says dates in Welsh: they are made of figures and of the names of months and days. */
final class Dates {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("January", "Ionawr"),
            Map.entry("February", "Chwefror"),
            Map.entry("March", "Mawrth"),
            Map.entry("April", "Ebrill"),
            Map.entry("May", "Mai"),
            Map.entry("June", "Mehefin"),
            Map.entry("July", "Gorffennaf"),
            Map.entry("August", "Awst"),
            Map.entry("September", "Medi"),
            Map.entry("October", "Hydref"),
            Map.entry("November", "Tachwedd"),
            Map.entry("December", "Rhagfyr"),
            Map.entry("Jan", "Ion"),
            Map.entry("Feb", "Chwef"),
            Map.entry("Mar", "Maw"),
            Map.entry("Apr", "Ebr"),
            Map.entry("Jun", "Meh"),
            Map.entry("Jul", "Gorff"),
            Map.entry("Aug", "Awst"),
            Map.entry("Sep", "Medi"),
            Map.entry("Sept", "Medi"),
            Map.entry("Oct", "Hyd"),
            Map.entry("Nov", "Tach"),
            Map.entry("Dec", "Rhag"),
            Map.entry("Mon", "Llun"),
            Map.entry("Tue", "Maw"),
            Map.entry("Wed", "Mer"),
            Map.entry("Thu", "Iau"),
            Map.entry("Fri", "Gwe"),
            Map.entry("Sat", "Sad"),
            Map.entry("Sun", "Sul"),
            Map.entry("Monday", "Dydd Llun"),
            Map.entry("Tuesday", "Dydd Mawrth"),
            Map.entry("Wednesday", "Dydd Mercher"),
            Map.entry("Thursday", "Dydd Iau"),
            Map.entry("Friday", "Dydd Gwener"),
            Map.entry("Saturday", "Dydd Sadwrn"),
            Map.entry("Sunday", "Dydd Sul"));

    private Dates() {}

    /** Returns a date in Welsh; nothing where other words are in it, or none. */
    static Optional<String> welsh(String date) {
        Matcher word = WORD.matcher(date);
        if (date.length() > 60 || !word.find()) {
            return Optional.empty();
        }
        do {
            if (!WORDS.containsKey(word.group())) {
                return Optional.empty();
            }
        } while (word.find());
        return Optional.of(WORD.matcher(date).replaceAll(each -> WORDS.getOrDefault(each.group(), each.group())));
    }
}

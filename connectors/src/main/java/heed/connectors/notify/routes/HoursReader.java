package heed.connectors.notify.routes;

import heed.connectors.notify.Hours;
import heed.schemas.yaml.YamlFile;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when a route is told. */
final class HoursReader {

    private static final Pattern HOURS = Pattern.compile("([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");
    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern DAYS = Pattern.compile("([a-z]{3})(?:-([a-z]{3}))?");

    private final YamlFile yaml;

    HoursReader(YamlFile yaml) {
        this.yaml = yaml;
    }

    Hours read(YamlFile.Table table) {
        Set<DayOfWeek> days = table.has("days") ? days(table) : Hours.ALWAYS.days();
        if (!table.has("hours")) {
            return new Hours(days, Hours.ALWAYS.from(), Hours.ALWAYS.to());
        }
        Matcher hours = HOURS.matcher(table.text("hours").value());
        try {
            if (hours.matches()) {
                return new Hours(days, LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2)));
            }
        } catch (DateTimeParseException e) {
            // Said below, as of any other text that is none.
        }
        yaml.problem(table.line("hours"), table.path() + ": 'hours' must be written 08:00-18:00");
        return Hours.ALWAYS;
    }

    private Set<DayOfWeek> days(YamlFile.Table table) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : ScopeReader.split(table.text("days").value())) {
            Matcher each = DAYS.matcher(part);
            int from = each.matches() ? NAMES.indexOf(each.group(1)) : -1;
            int to = from < 0 || each.group(2) == null ? from : NAMES.indexOf(each.group(2));
            if (from < 0 || to < from) {
                yaml.problem(
                        table.line("days"),
                        table.path() + ": 'days' must be written mon-fri, or mon, wed; '" + part + "' is none");
                return Hours.ALWAYS.days();
            }
            days.addAll(EnumSet.range(DayOfWeek.of(from + 1), DayOfWeek.of(to + 1)));
        }
        return days;
    }
}

package heed.app.budget;

import heed.schemas.sentence.Rarity;
import heed.topology.detect.WatchRule;
import heed.topology.response.Place;
import heed.topology.response.ScoredMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says in words by how many false alarms whoever watches a unit, a hospital or many of them will be disturbed. */
final class BudgetReport {

    private final Budget budget;
    private final WatchedPlaces watched;
    private final int silenceDays;
    private final List<String> lines = new ArrayList<>();

    private BudgetReport(Budget budget, WatchedPlaces watched, int silenceDays) {
        this.budget = budget;
        this.watched = watched;
        this.silenceDays = silenceDays;
    }

    static List<String> of(Budget budget, WatchedPlaces watched, int silenceDays) {
        var report = new BudgetReport(budget, watched, silenceDays);
        report.write();
        return report.lines;
    }

    private void write() {
        Place hospital = watched.hospital();
        String name = hospital.hospital().isEmpty() ? "A hospital as a whole" : hospital.hospital() + " as a whole";
        table(name, hospital);
        table("A ward or other unit", budget.anyUnit());
        lines.add("Who is disturbed how often");
        double unit = budget.aYear(budget.anyUnit());
        double whole = budget.aYear(hospital);
        say("Watching one unit", unit);
        say("Watching one hospital as a whole", whole);
        if (watched.units() > 0) {
            say("Watching one hospital with " + count(watched.units(), "unit"), whole + watched.units() * unit);
        }
        if (!watched.many().isEmpty()) {
            String watching = "Watching " + watched.named();
            double all = watched.many().stream().mapToDouble(budget::aYear).sum();
            say(watching + " as wholes", all);
            if (watched.units() > 0) {
                double units = (double) watched.many().size() * watched.units() * unit;
                say(watching + " with " + count(watched.units(), "unit") + " each", all + units);
            }
            say(
                    watching + " for drops of audience PUBLISHED",
                    watched.many().stream().mapToDouble(budget::publishedAYear).sum());
        }
        silences();
        lines.add("  Rises are held to the same days as drops; they are shown, and disturb nobody.");
        lines.add("Simulation gave about half of that (docs/detection.md). Real drops come on top.");
    }

    private void table(String title, Place place) {
        lines.add(title);
        lines.add(row("measure", "days between", "a year"));
        for (ScoredMeasure measure : budget.measures()) {
            WatchRule rule = budget.rule(place, measure);
            lines.add(row(
                    measure.name(),
                    String.format(Locale.ROOT, "%,.0f", rule.targetDays()),
                    String.format(Locale.ROOT, "%.3f", rule.falseAlarmsAYear())));
        }
        lines.add(row("all together", "", String.format(Locale.ROOT, "%.3f", budget.aYear(place))));
        lines.add("");
    }

    /** One silence covers all measures of a place: it is told once, however many are watched. */
    private void silences() {
        lines.add("  Beside drops, chance alone says of a hospital or unit that it has fallen silent about "
                + Rarity.ofDays(silenceDays).once() + ", at most.");
    }

    private static String row(String measure, String days, String aYear) {
        return String.format(Locale.ROOT, "  %-32s %14s %9s", measure, days, aYear);
    }

    private void say(String watching, double aYear) {
        lines.add("  " + watching + " you will be disturbed by chance alone about " + RateWords.aYear(aYear)
                + ", at most.");
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

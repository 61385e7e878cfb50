package heed.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes what a study found as a table in Markdown, which also reads well on a terminal. */
public record StudyReport(Study.Plan plan, List<Row> rows) {

    private static final String HEAD =
            "| scenario | a day | rule | false alarms a year (95%) | worst tenth of keys (were all alike) | years | .05 drop: median (95%); 90% | .10 drop | .20 drop |";
    private static final double MANY = 100;

    /**
     * What the study found of one detector in one scenario.
     *
     * @param delays of drops of .05, .10 and .20
     */
    record Row(Scenario scenario, int volume, String detector, FalseAlarms falseAlarms, List<Delays> delays) {}

    /** Returns the lines. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "Seed %d, %s, T0 %s days, %,d keys of %d years for each scenario and volume, %,d keys for each drop.",
                plan.seed(),
                plan.rule().method().version(),
                number(plan.rule().targetDays()),
                plan.keys(),
                plan.years(),
                plan.keys()));
        plan.scenarios().forEach(scenario -> lines.add(scenario + ": " + scenario.description() + "."));
        lines.add("Delays are answers, then days, after the drop began; \">1 year\" was not found within a year.");
        lines.add("");
        lines.add(HEAD);
        lines.add("|---|---|---|---|---|---|---|---|---|");
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    private static String line(Row row) {
        FalseAlarms rate = row.falseAlarms();
        boolean oracle = row.detector().startsWith("oracle");
        StringBuilder line = new StringBuilder(text(
                "| %s | %,d | %s | %s | %s | %s |",
                row.scenario(),
                row.volume(),
                row.detector(),
                oracle ? "set to Heed's" : text("%.2f (%.2f to %.2f)", rate.rate(), rate.low(), rate.high()),
                oracle ? "" : text("%.2f (%.2f)", rate.worstTenth(), rate.alikeTenth()),
                oracle ? "" : text("%,.0f", rate.years())));
        row.delays().forEach(delays -> line.append(text(" %s |", cell(delays))));
        return line.toString();
    }

    private static String cell(Delays delays) {
        if (delays.lives() == 0) {
            return "none";
        }
        return text(
                "%s (%s to %s)%s; %s%s",
                answers(delays.median()),
                answers(delays.medianLow()),
                answers(delays.medianHigh()),
                days(delays.median()),
                answers(delays.ninety()),
                days(delays.ninety()));
    }

    private static String answers(SimulatedKey.Delay delay) {
        return Double.isInfinite(delay.answers()) ? ">1 year" : text("%,.0f", delay.answers());
    }

    private static String days(SimulatedKey.Delay delay) {
        return Double.isInfinite(delay.days()) ? "" : text(", %s d", number(delay.days()));
    }

    private static String number(double value) {
        return value >= MANY || value == Math.rint(value)
                ? text("%,.0f", value)
                : text(value < 10 ? "%.2f" : "%.1f", value);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

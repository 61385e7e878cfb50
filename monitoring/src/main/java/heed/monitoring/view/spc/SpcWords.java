package heed.monitoring.view.spc;

import heed.monitoring.spc.Variation;
import heed.monitoring.spc.XmrChart;
import heed.monitoring.spc.XmrLimits;
import heed.monitoring.spc.XmrSignal;
import heed.schemas.sentence.English;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Says in plain words what an XmR chart shows. */
public final class SpcWords {

    private final XmrChart chart;
    private final SpcSeries.Per per;

    /** Takes the chart, and what its points stand for. */
    public SpcWords(XmrChart chart, SpcSeries.Per per) {
        this.chart = chart;
        this.per = per;
    }

    /** Returns the chart in one sentence, or why there is nothing to say. */
    public String lead() {
        return chart.variation().map(this::lead).orElseGet(this::tooFew);
    }

    private String tooFew() {
        return "Too few " + per.many() + " for limits: it takes " + XmrChart.LEAST_POINTS + " that may be shown"
                + (chart.points().stream().anyMatch(point -> point.limits().isPresent())
                        ? " since the usual level was set anew."
                        : ".");
    }

    private String lead(Variation variation) {
        if (variation == Variation.COMMON_CAUSE) {
            return "The newest " + per.one() + " differs from the others no more than chance makes " + per.many()
                    + " differ" + chart.limits().map(this::span).orElse("") + ".";
        }
        String rules = newest().signals().stream()
                .filter(signal -> Variation.of(List.of(signal), chart.better()) == variation)
                .map(XmrSignal::rule)
                .sorted()
                .map(rule -> rule(rule, variation))
                .collect(Collectors.joining(", and "));
        return "Something other than chance has probably made answers " + (variation.isImproving() ? "better" : "worse")
                + ": the newest " + per.one() + " " + rules + ".";
    }

    private String span(XmrLimits limits) {
        return ": " + English.percent(limits.mean()) + " on average, usually between "
                + English.range(Math.max(0, limits.lower()), Math.min(1, limits.upper()))
                        .replace(" to ", " and ");
    }

    private XmrChart.Point newest() {
        return chart.points().stream()
                .filter(XmrChart.Point::isKnown)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private String rule(XmrSignal.Rule rule, Variation variation) {
        boolean up = variation == Variation.IMPROVING_HIGH || variation == Variation.CONCERNING_HIGH;
        return switch (rule) {
            case OUTSIDE -> "is " + (up ? "above the upper" : "below the lower") + " limit";
            case SHIFT -> "is one of seven or more in a row " + (up ? "above" : "below") + " the mean";
            case TREND -> "is the last of seven or more in a row that " + (up ? "rose" : "fell");
            case TWO_OF_THREE ->
                "is one of two among the newest three that are close to the " + (up ? "upper" : "lower") + " limit";
        };
    }

    /** Returns what the target comes to; empty where there is none or nothing can be said. */
    public String target(OptionalDouble target) {
        if (target.isEmpty()) {
            return "";
        }
        String aim = "The target is " + English.percent(target.getAsDouble()) + ". ";
        return chart.assurance(target.getAsDouble())
                .map(assurance -> aim
                        + switch (assurance) {
                            case PASSES -> "As things are, every " + per.one() + " can be expected to pass it.";
                            case HIT_OR_MISS -> "As things are, chance decides which " + per.many() + " pass it.";
                            case FAILS ->
                                "As things are, no " + per.one()
                                        + " can be expected to pass it: something has to change first.";
                        })
                .orElse(aim);
    }

    /** Returns what a point shows, for the table. */
    public String of(XmrChart.Point point) {
        if (point.limits().isEmpty()) {
            return "no limits yet";
        }
        Variation variation = chart.variation(point);
        return switch (variation) {
            case COMMON_CAUSE -> "chance";
            case IMPROVING_HIGH, IMPROVING_LOW -> "improving (" + rules(point) + ")";
            case CONCERNING_HIGH, CONCERNING_LOW -> "concern (" + rules(point) + ")";
        };
    }

    private static String rules(XmrChart.Point point) {
        return point.signals().stream()
                .map(XmrSignal::rule)
                .distinct()
                .sorted()
                .map(rule -> switch (rule) {
                    case OUTSIDE -> "outside the limits";
                    case SHIFT -> "seven on one side";
                    case TREND -> "trend of seven";
                    case TWO_OF_THREE -> "two of three near a limit";
                })
                .collect(Collectors.joining(", "));
    }
}

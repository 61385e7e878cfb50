package heed.topology.watch;

import heed.topology.response.ScoredMeasure;

/**
 * Settings of the watch: how often it may raise a false alarm, for hospitals and for units apart. Each questionnaire has the
 * budget to itself.
 *
 * @param hospital shared by the measures of a hospital as a whole
 * @param unit shared by the measures of one unit
 * @param publishedDays days between false alarms of any key for readers of many hospitals; a key that is held to more for itself is
 *     held to those
 */
public record WatchRules(FalseAlarmBudget hospital, FalseAlarmBudget unit, double publishedDays) {

    /** Holds keys to {@link WatchRule#PUBLISHED_DAYS} for readers of many hospitals. */
    public WatchRules(FalseAlarmBudget hospital, FalseAlarmBudget unit) {
        this(hospital, unit, WatchRule.PUBLISHED_DAYS);
    }

    public WatchRules {
        if (!(publishedDays >= 1)) {
            throw new IllegalArgumentException(
                    "Days between published false alarms must be at least 1, was " + publishedDays);
        }
    }

    /** Returns the rule that a measure is held to at a hospital as a whole. */
    WatchRule ofHospital(ScoredMeasure measure) {
        return of(hospital, measure);
    }

    /** Returns the rule that a measure is held to at a unit. */
    WatchRule ofUnit(ScoredMeasure measure) {
        return of(unit, measure);
    }

    private WatchRule of(FalseAlarmBudget budget, ScoredMeasure measure) {
        return own(budget, measure).published(publishedDays);
    }

    private static WatchRule own(FalseAlarmBudget budget, ScoredMeasure measure) {
        return switch (measure.role()) {
            case OVERALL -> budget.overall();
            case OTHER ->
                budget.eachOfOthers((int) measure.group().measures().stream()
                        .filter(m -> m.role() == measure.role())
                        .count());
            case NONE -> throw new IllegalArgumentException(measure + " is not watched");
        };
    }
}

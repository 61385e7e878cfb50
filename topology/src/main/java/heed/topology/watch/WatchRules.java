package heed.topology.watch;

import heed.topology.response.ScoredMeasure;

/**
 * Settings of the watch: how often it may raise a false alarm, for hospitals and for units apart. Each questionnaire has the
 * budget to itself.
 *
 * @param hospital shared by the measures of a hospital as a whole
 * @param unit shared by the measures of one unit
 */
public record WatchRules(FalseAlarmBudget hospital, FalseAlarmBudget unit) {

    /** Returns the rule that a measure is held to at a hospital as a whole. */
    WatchRule ofHospital(ScoredMeasure measure) {
        return of(hospital, measure);
    }

    /** Returns the rule that a measure is held to at a unit. */
    WatchRule ofUnit(ScoredMeasure measure) {
        return of(unit, measure);
    }

    private static WatchRule of(FalseAlarmBudget budget, ScoredMeasure measure) {
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

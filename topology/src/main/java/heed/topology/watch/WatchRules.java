package heed.topology.watch;

import heed.schemas.hospital.Hospital;
import heed.topology.detect.WatchMethod;
import heed.topology.detect.WatchRule;
import heed.topology.response.Place;
import heed.topology.response.ScoredMeasure;
import java.util.Map;

/**
 * The budget of false alarms: says what each measure is held to at each place, as mean days between false alarms by
 * chance alone.
 *
 * <p>Rates add up, so the measures of a place share its budget: half is for the overall measure, half is shared evenly
 * by the others, each of k of them is held to k times as many days. Each questionnaire has the budget to itself. Units
 * have one of their own, so that watching them costs the hospital's figures nothing.
 *
 * <p>A measure that has days of its own keeps them in proportion: where a hospital or the units are held to twice as
 * many days as hospitals in general, so is the measure. No key is held to fewer days than a hospital may be.
 *
 * @param hospital days of a hospital's overall measure
 * @param unit days of a unit's overall measure
 * @param published days of every key for readers who watch many hospitals
 * @param hospitals days of the overall measure of the hospitals that differ, by code
 * @param measures days of the measures that differ, as a hospital that does not differ is held to, by name
 * @param method by which every measure is watched
 */
public record WatchRules(
        int hospital,
        int unit,
        int published,
        Map<String, Integer> hospitals,
        Map<String, Integer> measures,
        WatchMethod method) {

    /** One false alarm a year for each hospital and questionnaire, one for each unit and questionnaire. */
    public static final WatchRules DEFAULTS = new WatchRules(730, 730, 6_083, Map.of(), Map.of());

    public WatchRules {
        hospitals = Map.copyOf(hospitals);
        measures = Map.copyOf(measures);
        requireDays("hospital", hospital);
        requireDays("unit", unit);
        requireDays("published", published);
        hospitals.forEach(WatchRules::requireDays);
        measures.forEach(WatchRules::requireDays);
    }

    /** Holds measures to these days by the default method. */
    public WatchRules(
            int hospital, int unit, int published, Map<String, Integer> hospitals, Map<String, Integer> measures) {
        this(hospital, unit, published, hospitals, measures, WatchMethod.DEFAULT);
    }

    private static void requireDays(String whose, int days) {
        if (days < Hospital.LEAST_FALSE_ALARM_DAYS) {
            throw new IllegalArgumentException("Days between false alarms must be at least "
                    + Hospital.LEAST_FALSE_ALARM_DAYS + ", were " + days + " for " + whose);
        }
    }

    /** Returns the rule that a measure is held to at a place. */
    public WatchRule of(Place place, ScoredMeasure measure) {
        int days = place.isWhole() ? hospitals.getOrDefault(place.hospital(), hospital) : unit;
        Integer own = measures.get(measure.name());
        double target = own == null ? days * share(measure) : (double) own * days / hospital;
        return new WatchRule(Math.max(Hospital.LEAST_FALSE_ALARM_DAYS, target))
                .published(published)
                .by(method);
    }

    /**
     * Returns the rule that a drop of the measure must satisfy to be fit for readers of many hospitals; never a laxer
     * one.
     */
    public WatchRule publishedOf(Place place, ScoredMeasure measure) {
        return new WatchRule(of(place, measure).publishedDays());
    }

    /** Returns how many times as long as the overall measure a measure without days of its own is held to. */
    private static double share(ScoredMeasure measure) {
        return switch (measure.role()) {
            case OVERALL -> 1;
            case OTHER ->
                measure.group().measures().stream()
                        .filter(each -> each.role() == measure.role())
                        .count();
            case NONE -> throw new IllegalArgumentException(measure + " is not watched");
        };
    }
}

package heed.app.study.variants;

import heed.app.study.Delays;
import heed.app.study.Detector;
import heed.app.study.FalseAlarms;
import heed.app.study.HeedWatch;
import heed.app.study.OracleCusum;
import heed.app.study.Scenario;
import heed.app.study.SimulatedKey;
import heed.topology.detect.WatchMethod;
import heed.topology.detect.WatchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Lets keys live, each with all variants listening, so that they differ in nothing but themselves. */
public final class VariantStudy {

    private static final double DROP = .10;
    private static final double TARGET_DAYS = 365;

    private final Plan plan;
    private final Scenario scenario;
    private final int volume;
    private final double[] peers;

    /** What is compared, and in how many lives. */
    public record Plan(List<Variant> variants, int keys, int years, long seed) {

        public Plan {
            if (keys < 2 || years < 1) {
                throw new IllegalArgumentException("A comparison needs 2 keys and 1 year at least");
            }
        }
    }

    /**
     * What was found of a variant.
     *
     * @param first false alarms in the 182 days after learning
     * @param repeated part of the alarms that came within 60 days of the recovery from another
     * @param oracle delays of an oracle with as many false alarms
     * @param oracleOfBudget delays of an oracle with one false alarm a year
     */
    public record Finding(
            Variant variant,
            FalseAlarms falseAlarms,
            FalseAlarms first,
            double repeated,
            Delays delays,
            Delays oracle,
            Delays oracleOfBudget) {}

    /** What became of a life in which nothing changed: a count for each variant, and the oracle's peaks. */
    private static final class Calm {

        private final List<TrialCount> counts;
        private final double[] peaks;

        Calm(List<TrialWatch> trials, OracleCusum oracle) {
            counts = trials.stream().map(TrialWatch::count).toList();
            peaks = oracle.peaks();
        }
    }

    /** The watch again, and the watch. */
    private record Twins(TrialWatch again, HeedWatch product) {

        void requireAlike(int key, Scenario scenario) {
            if (again.alarms() != product.alarms() || Math.abs(again.watchedDays() - product.watchedDays()) > 1e-3) {
                throw new IllegalStateException("In life " + key + " of scenario " + scenario
                        + " the watch again raised " + again.alarms() + " alarms in " + again.watchedDays()
                        + " days, the watch " + product.alarms() + " in " + product.watchedDays());
            }
        }
    }

    /** What is random of a life; lives of different kinds share no random numbers. */
    private enum Kind {
        CALM(0),
        DROP(1L << 30),
        PEERS(1L << 31);

        private final long apart;

        Kind(long apart) {
            this.apart = apart;
        }
    }

    public VariantStudy(Plan plan, Scenario scenario, int volume) {
        this.plan = plan;
        this.scenario = scenario;
        this.volume = volume;
        this.peers = PeerWeekdays.of(scenario, volume, seed(Kind.PEERS, 0));
    }

    public List<Finding> run() {
        List<Calm> calm = each(this::calm);
        List<FalseAlarms> rates = IntStream.range(0, plan.variants().size())
                .mapToObj(i -> rate(calm, i, TrialCount::alarms, TrialCount::watchedDays))
                .toList();
        List<Double> limits = limits(calm, rates);
        List<SimulatedKey.Delay[]> found = each(key -> drop(key, limits));
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            findings.add(new Finding(
                    plan.variants().get(i),
                    rates.get(i),
                    rate(calm, i, TrialCount::first, TrialCount::watchedFirstDays),
                    repeated(calm, i),
                    delays(found, i),
                    delays(found, rates.size() + i),
                    delays(found, 2 * rates.size())));
        }
        return findings;
    }

    private Calm calm(int key) {
        List<TrialWatch> trials = trials();
        List<Twins> twins =
                List.of(twins(Variant.WATCH_1, WatchMethod.WATCH_1), twins(Variant.WATCH_2, WatchMethod.WATCH_2));
        OracleCusum oracle = new OracleCusum(scenario, DROP, Double.POSITIVE_INFINITY);
        List<Detector> detectors = new ArrayList<>(trials);
        twins.forEach(each -> detectors.addAll(List.of(each.again, each.product)));
        detectors.add(oracle);
        new SimulatedKey(scenario, volume, 0, seed(Kind.CALM, key), detectors).calm(plan.years());
        twins.forEach(each -> each.requireAlike(key, scenario));
        return new Calm(trials, oracle);
    }

    private Twins twins(Variant variant, WatchMethod method) {
        return new Twins(
                new TrialWatch(scenario, variant, TARGET_DAYS, peers),
                new HeedWatch(scenario, new WatchRule(TARGET_DAYS).by(method)));
    }

    /** Returns the limits of oracles with as many false alarms as the variants, and of one with one a year. */
    private List<Double> limits(List<Calm> calm, List<FalseAlarms> rates) {
        double years = plan.keys() * (SimulatedKey.HISTORY_DAYS / 365.0 + plan.years());
        List<double[]> peaks = calm.stream().map(life -> life.peaks).toList();
        List<Double> limits = new ArrayList<>();
        rates.forEach(rate -> limits.add(OracleCusum.limit(peaks, rate.rate() * years)));
        limits.add(OracleCusum.limit(peaks, years));
        return limits;
    }

    private SimulatedKey.Delay[] drop(int key, List<Double> limits) {
        List<Detector> detectors = new ArrayList<>(trials());
        limits.forEach(limit -> detectors.add(new OracleCusum(scenario, DROP, limit)));
        return new SimulatedKey(scenario, volume, DROP, seed(Kind.DROP, key), detectors).drop();
    }

    private List<TrialWatch> trials() {
        return plan.variants().stream()
                .map(variant -> new TrialWatch(scenario, variant, TARGET_DAYS, peers))
                .toList();
    }

    private static FalseAlarms rate(
            List<Calm> calm, int variant, ToDoubleFunction<TrialCount> alarms, ToDoubleFunction<TrialCount> days) {
        return FalseAlarms.of(each(calm, variant, alarms), each(calm, variant, days));
    }

    private static double repeated(List<Calm> calm, int variant) {
        double all = Arrays.stream(each(calm, variant, TrialCount::alarms)).sum();
        return all == 0
                ? 0
                : Arrays.stream(each(calm, variant, TrialCount::repeated)).sum() / all;
    }

    private static double[] each(List<Calm> calm, int variant, ToDoubleFunction<TrialCount> value) {
        return calm.stream()
                .mapToDouble(life -> value.applyAsDouble(life.counts.get(variant)))
                .toArray();
    }

    private static Delays delays(List<SimulatedKey.Delay[]> found, int detector) {
        return Delays.of(found.stream().map(life -> life[detector]).toList());
    }

    private <T> List<T> each(IntFunction<T> life) {
        return IntStream.range(0, plan.keys()).parallel().mapToObj(life).toList();
    }

    private long seed(Kind kind, int key) {
        return (((plan.seed() * 31 + scenario.symbol().hashCode()) * 10_007 + volume) << 32) + kind.apart + key;
    }
}

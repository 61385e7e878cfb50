package heed.app.study;

import heed.topology.detect.WatchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs the simulation. The same plan gives the same figures on any number of threads. */
public final class Study {

    static final double[] DROPS = {.05, .10, .20};
    static final List<String> DETECTORS = List.of("Heed", "weekly XmR", "7-day mean", "oracle CUSUM");

    private static final int ORACLE = 3;

    private final Plan plan;
    private final Progress progress;
    private long done;

    /**
     * What is simulated.
     *
     * @param rule that the watch is held to
     * @param keys lives without a drop for each scenario and volume, and lives with each drop
     * @param years that a life without a drop is watched after its first half-year
     */
    public record Plan(
            List<Scenario> scenarios,
            List<Integer> volumes,
            WatchRule rule,
            int keys,
            int years,
            long seed,
            int threads) {

        public Plan {
            atLeast(2, keys, "--keys");
            atLeast(1, years, "--years");
            atLeast(1, threads, "--threads");
            volumes.forEach(volume -> atLeast(1, volume, "--volumes"));
        }

        private static void atLeast(int fewest, int value, String option) {
            if (value < fewest) {
                throw new IllegalArgumentException(option + " must be at least " + fewest + ", was " + value);
            }
        }

        long lives() {
            return (long) scenarios.size() * volumes.size() * keys * (1 + DROPS.length);
        }
    }

    /** Hears how far the study is. */
    @FunctionalInterface
    public interface Progress {

        void at(long done, long total);
    }

    /**
     * What became of a life in which nothing changed, by detector; the oracle's peaks by the drop that it looks for.
     */
    private static final class Calm {

        private final double[] alarms;
        private final double[] watched;
        private final double[][] peaks;

        Calm(List<Detector> detectors, List<OracleCusum> oracles) {
            alarms = detectors.stream().mapToDouble(Detector::alarms).toArray();
            watched = detectors.stream().mapToDouble(Detector::watchedDays).toArray();
            peaks = oracles.stream().map(OracleCusum::peaks).toArray(double[][]::new);
        }
    }

    public Study(Plan plan, Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs all of it and returns the report. */
    public StudyReport run() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(plan.threads());
        try {
            List<StudyReport.Row> rows = new ArrayList<>();
            for (Scenario scenario : plan.scenarios()) {
                for (int volume : plan.volumes()) {
                    rows.addAll(study(scenario, volume, threads));
                }
            }
            return new StudyReport(plan, rows);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<StudyReport.Row> study(Scenario scenario, int volume, ExecutorService threads)
            throws InterruptedException {
        List<Calm> calm = each(threads, key -> calm(scenario, volume, key));
        List<FalseAlarms> rates = new ArrayList<>();
        for (int detector = 0; detector < ORACLE; detector++) {
            int one = detector;
            rates.add(FalseAlarms.of(
                    calm.stream().mapToDouble(life -> life.alarms[one]).toArray(),
                    calm.stream().mapToDouble(life -> life.watched[one]).toArray()));
        }
        rates.add(rates.get(0));
        List<List<Delays>> delays = new ArrayList<>();
        DETECTORS.forEach(detector -> delays.add(new ArrayList<>()));
        for (int drop = 0; drop < DROPS.length; drop++) {
            int size = drop;
            double limit = limit(calm, drop, rates.get(0).rate());
            List<SimulatedKey.Delay[]> found = each(threads, key -> drop(scenario, volume, size, limit, key));
            for (int detector = 0; detector < DETECTORS.size(); detector++) {
                int one = detector;
                delays.get(detector)
                        .add(Delays.of(found.stream().map(life -> life[one]).toList()));
            }
        }
        List<StudyReport.Row> rows = new ArrayList<>();
        for (int detector = 0; detector < DETECTORS.size(); detector++) {
            rows.add(new StudyReport.Row(
                    scenario, volume, DETECTORS.get(detector), rates.get(detector), delays.get(detector)));
        }
        return rows;
    }

    private Calm calm(Scenario scenario, int volume, int key) {
        List<Detector> detectors =
                List.of(new HeedWatch(scenario, plan.rule()), new WeeklyXmr(scenario), new RollingMean(scenario));
        List<OracleCusum> oracles = Arrays.stream(DROPS)
                .mapToObj(drop -> new OracleCusum(scenario, drop, Double.POSITIVE_INFINITY))
                .toList();
        List<Detector> all = new ArrayList<>(detectors);
        all.addAll(oracles);
        new SimulatedKey(scenario, volume, 0, seed(scenario, volume, 0, key), all).calm(plan.years());
        return new Calm(detectors, oracles);
    }

    /** Returns the limit with which the oracle would have had as many false alarms a year as the watch. */
    private double limit(List<Calm> calm, int drop, double rate) {
        double years = calm.size() * (SimulatedKey.HISTORY_DAYS / 365.0 + plan.years());
        return OracleCusum.limit(calm.stream().map(life -> life.peaks[drop]).toList(), rate * years);
    }

    private SimulatedKey.Delay[] drop(Scenario scenario, int volume, int drop, double limit, int key) {
        List<Detector> detectors = List.of(
                new HeedWatch(scenario, plan.rule()),
                new WeeklyXmr(scenario),
                new RollingMean(scenario),
                new OracleCusum(scenario, DROPS[drop], limit));
        return new SimulatedKey(scenario, volume, DROPS[drop], seed(scenario, volume, drop + 1, key), detectors).drop();
    }

    private long seed(Scenario scenario, int volume, int drop, int key) {
        return seed(plan.seed(), scenario.symbol().hashCode(), volume, drop, key);
    }

    /** Returns a seed that is as unlike as those of other parts (the steps of SplitMix64). */
    static long seed(long seed, long... parts) {
        long mixed = seed;
        for (long part : parts) {
            mixed += 0x9e3779b97f4a7c15L + part;
            mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
            mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
            mixed ^= mixed >>> 31;
        }
        return mixed;
    }

    private <T> List<T> each(ExecutorService threads, IntFunction<T> life) throws InterruptedException {
        List<Future<T>> begun = new ArrayList<>();
        for (int key = 0; key < plan.keys(); key++) {
            int one = key;
            Callable<T> task = () -> life.apply(one);
            begun.add(threads.submit(task));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : begun) {
            results.add(result(future));
            progress.at(++done, plan.lives());
        }
        return results;
    }

    /** Waits for what became of a life. */
    static <T> T result(Future<T> life) throws InterruptedException {
        try {
            return life.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A simulated life failed: " + e.getCause(), e);
        }
    }
}

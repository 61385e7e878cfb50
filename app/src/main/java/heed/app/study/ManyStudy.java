package heed.app.study;

import heed.schemas.figures.FalseShare;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Simulates the list of those of many keys that have fallen, with and without something that they have in common. The
 * same plan gives the same figures.
 */
public final class ManyStudy {

    /** Of how many keys one falls; 0 is none. */
    private static final int[] ONE_IN = {0, 100, 10};

    private static final List<Shock> SHOCKS = List.of(Shock.values());

    private final Study.Plan plan;
    private final int worlds;
    private final FalseShare share;
    private final Study.Progress progress;
    private long done;

    /** Prepares the study of so many worlds a row, each with all the keys of the plan. */
    public ManyStudy(Study.Plan plan, int worlds, FalseShare share, Study.Progress progress) {
        if (worlds < 2) {
            throw new IllegalArgumentException("--worlds must be at least 2, was " + worlds);
        }
        this.plan = plan;
        this.worlds = worlds;
        this.share = share;
        this.progress = progress;
    }

    /** Runs all of it and returns the report's lines. */
    public List<String> run() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(plan.threads());
        try {
            List<String> lines = new ArrayList<>();
            lines.add(text(
                    "Seed %d, T0 %.0f days, %,d keys a world, %d worlds a row, each watched for half a year and then %d;"
                            + " at most %.2f of the list may be false.",
                    plan.seed(), plan.rule().targetDays(), plan.keys(), worlds, plan.years(), share.most()));
            lines.add("");
            lines.add("| scenario | a day | in common | fall | in the list | false share, mean; largest of a world |"
                    + " weeks with a false one | false share of all open drops |"
                    + " .05 listed after, median; found | .10 | .20 |");
            lines.add("|---|---|---|---|---|---|---|---|---|---|---|");
            for (Scenario scenario : plan.scenarios()) {
                for (int volume : plan.volumes()) {
                    for (Shock shock : SHOCKS) {
                        for (int oneIn : ONE_IN) {
                            int fallen = oneIn == 0 ? 0 : plan.keys() / oneIn;
                            lines.add(line(
                                    scenario, volume, shock, fallen, worlds(scenario, volume, shock, fallen, threads)));
                        }
                    }
                }
            }
            return lines;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<ListedKeys> worlds(Scenario scenario, int volume, Shock shock, int fallen, ExecutorService threads)
            throws InterruptedException {
        List<ListedKeys> lived = new ArrayList<>();
        for (int world = 0; world < worlds; world++) {
            long seed =
                    Study.seed(plan.seed(), scenario.symbol().hashCode(), volume, SHOCKS.indexOf(shock), fallen, world);
            lived.add(new ManyKeys(scenario, volume, shock, fallen, plan, seed).live(share, threads));
            progress.at(
                    ++done,
                    (long) plan.scenarios().size() * plan.volumes().size() * SHOCKS.size() * ONE_IN.length * worlds);
        }
        return lived;
    }

    private static String line(Scenario scenario, int volume, Shock shock, int fallen, List<ListedKeys> lived) {
        StringBuilder line = new StringBuilder(text(
                "| %s | %,d | %s | %,d | %.1f | %.3f (± %.3f); %.3f | %.0f%% | %.2f |",
                scenario,
                volume,
                shock,
                fallen,
                mean(lived, ListedKeys::listed),
                mean(lived, ListedKeys::falseShare),
                error(lived),
                lived.stream().mapToDouble(ListedKeys::falseShare).max().orElse(0),
                100 * mean(lived, ListedKeys::weeksWithFalse),
                mean(lived, ListedKeys::openFalseShare)));
        for (int size = 0; size < ManyKeys.SIZES; size++) {
            int one = size;
            line.append(' ')
                    .append(found(Delays.sorted(lived.stream()
                            .flatMapToDouble(
                                    each -> DoubleStream.of(each.foundAfter().get(one)))
                            .toArray())))
                    .append(" |");
        }
        return line.toString();
    }

    /** Returns the median of days, and how many are finite. */
    private static String found(double[] days) {
        if (days.length == 0) {
            return "none";
        }
        double median = Delays.quantile(days, .5);
        long found = DoubleStream.of(days).filter(Double::isFinite).count();
        return (Double.isInfinite(median) ? "never" : text("%.0f d", median))
                + text("; %.0f%%", 100.0 * found / days.length);
    }

    private static double mean(List<ListedKeys> lived, ToDoubleFunction<ListedKeys> of) {
        return lived.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    /** Returns the standard error of the mean false share, worlds being independent. */
    private static double error(List<ListedKeys> lived) {
        double mean = mean(lived, ListedKeys::falseShare);
        double squares = lived.stream()
                .mapToDouble(each -> (each.falseShare() - mean) * (each.falseShare() - mean))
                .sum();
        return Math.sqrt(squares / (lived.size() - 1) / lived.size());
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

package heed.app.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;

/** Simulates falls that come slowly, or began while what is usual was learned. The same plan gives the same figures. */
public final class SlowStudy {

    static final List<SlowFall> FALLS = falls();

    private final Study.Plan plan;
    private final Study.Progress progress;
    private long done;

    public SlowStudy(Study.Plan plan, Study.Progress progress) {
        this.plan = plan;
        this.progress = progress;
    }

    private static List<SlowFall> falls() {
        List<SlowFall> falls = new ArrayList<>();
        for (int first : new int[] {SlowFall.AFTER_LEARNING, SlowFall.IN_LEARNING}) {
            for (double size : new double[] {.05, .10}) {
                for (int days : new int[] {180, 365}) {
                    falls.add(new SlowFall(size, days, first));
                }
            }
        }
        falls.add(new SlowFall(.10, 1, SlowFall.AFTER_LEARNING));
        falls.add(new SlowFall(.10, 1, SlowFall.IN_LEARNING));
        falls.add(new SlowFall(0, 1, SlowFall.IN_LEARNING));
        return List.copyOf(falls);
    }

    /** Runs all of it and returns the report's lines. */
    public List<String> run() throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(plan.threads());
        try {
            List<String> lines = new ArrayList<>();
            lines.add(text(
                    "Seed %d, T0 %.0f days, %,d lives a row.",
                    plan.seed(), plan.rule().targetDays(), plan.keys()));
            lines.add("");
            lines.add("| scenario | a day | fall | found | after, median | said at the end of learning | drops a fall |"
                    + " lives with one | days open, until back | by alarms alone | ended after, median; 90% |");
            lines.add("|---|---|---|---|---|---|---|---|---|---|---|");
            for (Scenario scenario : plan.scenarios()) {
                for (int volume : plan.volumes()) {
                    for (SlowFall fall : FALLS) {
                        lines.add(line(scenario, volume, fall, lives(scenario, volume, fall, threads)));
                    }
                }
            }
            return lines;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<SlowLife.Outcome> lives(Scenario scenario, int volume, SlowFall fall, ExecutorService threads)
            throws InterruptedException {
        List<Future<SlowLife.Outcome>> begun = new ArrayList<>();
        for (int key = 0; key < plan.keys(); key++) {
            long seed = Study.seed(plan.seed(), scenario.symbol().hashCode(), volume, FALLS.indexOf(fall), key);
            begun.add(threads.submit(() -> new SlowLife(scenario, volume, seed).of(fall, plan.rule())));
        }
        List<SlowLife.Outcome> lives = new ArrayList<>();
        for (Future<SlowLife.Outcome> life : begun) {
            lives.add(Study.result(life));
            progress.at(++done, (long) plan.scenarios().size() * plan.volumes().size() * FALLS.size() * plan.keys());
        }
        return lives;
    }

    private static String line(Scenario scenario, int volume, SlowFall fall, List<SlowLife.Outcome> lives) {
        List<SlowLife.Outcome> found =
                lives.stream().filter(life -> life.drops() > 0).toList();
        double[] waits = sorted(lives, SlowLife.Outcome::endedAfter);
        return text(
                "| %s | %,d | %s | %s | %s | %s | %.2f | %s | %s | %s | %s |",
                scenario,
                volume,
                fall,
                percent(found.size() / (double) lives.size()),
                days(quantile(sorted(lives, SlowLife.Outcome::foundAfter), .5)),
                percent(mean(lives, life -> life.inLearning() ? 1 : 0)),
                mean(found, SlowLife.Outcome::drops),
                percent(mean(found, life -> life.drops() == 1 ? 1 : 0)),
                percent(mean(found, SlowLife.Outcome::open)),
                percent(mean(found, SlowLife.Outcome::alarmOpen)),
                days(quantile(waits, .5)) + "; " + days(quantile(waits, .9)));
    }

    private static double mean(List<SlowLife.Outcome> lives, ToDoubleFunction<SlowLife.Outcome> of) {
        return lives.stream().mapToDouble(of).average().orElse(Double.NaN);
    }

    private static double[] sorted(List<SlowLife.Outcome> lives, ToDoubleFunction<SlowLife.Outcome> of) {
        return Delays.sorted(lives.stream().mapToDouble(of).toArray());
    }

    private static double quantile(double[] sorted, double part) {
        return Delays.quantile(sorted, part);
    }

    private static String days(double days) {
        return Double.isNaN(days) ? "none" : Double.isInfinite(days) ? "never" : text("%.0f d", days);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "none" : text("%.0f%%", 100 * share);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}

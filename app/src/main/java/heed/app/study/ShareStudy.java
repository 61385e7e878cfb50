package heed.app.study;

import heed.app.share.DetectedShares;
import heed.connectors.theme.weeks.WatchedThemes;
import heed.topology.detect.WatchMethod;
import heed.topology.detect.WatchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Asks how often the watch over a theme's share is wrong by chance, and how soon it is right. */
public final class ShareStudy {

    private static final List<Integer> COMMENTS = List.of(80, 120, 300, 1000);
    private static final List<Double> USUAL = List.of(.03, .12, .30);
    private static final long BETWEEN_SEEDS = 7_919;

    private final int lives;
    private final int years;
    private final long seed;
    private final WatchRule rule;

    /**
     * Has so many lives of so many years in each row.
     *
     * @param method by which it is watched
     */
    public ShareStudy(int lives, int years, long seed, WatchMethod method) {
        this.lives = lives;
        this.years = years;
        this.seed = seed;
        this.rule = new WatchRule(DetectedShares.FALSE_ALARM_DAYS).by(method);
    }

    /** Returns the table, as Markdown. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| world | comments a week | usual | false rises of a theme a year (95%) | of a hospital, "
                + WatchedThemes.ALL.size() + " such themes | rise of .10: median, 90% | of .20 |");
        lines.add("|---|---|---|---|---|---|---|");
        for (ShareWorld world : ShareWorld.values()) {
            for (int comments : COMMENTS) {
                for (double usual : USUAL) {
                    lines.add(line(world, comments, usual));
                }
            }
        }
        for (ShareWorld world : ShareWorld.values()) {
            lines.add("- *" + world.name().toLowerCase(Locale.ROOT) + "*: " + world.description() + ".");
        }
        return lines;
    }

    private String line(ShareWorld world, int comments, double usual) {
        FalseAlarms rate = falseRises(world, comments, usual);
        String rates = rate.years() < lives
                ? "too few weeks |"
                : String.format(
                        Locale.ROOT,
                        "%.3f (%.3f to %.3f) | %.2f",
                        rate.rate(),
                        rate.low(),
                        rate.high(),
                        rate.rate() * WatchedThemes.ALL.size());
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %.2f | %s | %s | %s |",
                world.name().toLowerCase(Locale.ROOT),
                comments,
                usual,
                rates,
                world.later() == 1 ? delay(world, comments, usual, .10) : "",
                world.later() == 1 ? delay(world, comments, usual, .20) : "");
    }

    /** Returns how often a theme's share is said to have risen that has not. */
    FalseAlarms falseRises(ShareWorld world, int comments, double usual) {
        double[] findings = new double[lives];
        double[] days = new double[lives];
        for (int life = 0; life < lives; life++) {
            SimulatedShare share = life(world, comments, usual, life);
            share.calm(years);
            findings[life] = share.findings();
            days[life] = share.watchedDays();
        }
        return FalseAlarms.of(findings, days);
    }

    /** Returns the weeks until a rise was told, of each life in which none was open before. */
    double[] delays(ShareWorld world, int comments, double usual, double rise) {
        double[] delays = new double[lives];
        for (int life = 0; life < lives; life++) {
            delays[life] = life(world, comments, usual, life).rise(rise);
        }
        return Arrays.stream(delays)
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
    }

    private String delay(ShareWorld world, int comments, double usual, double rise) {
        double[] sorted = delays(world, comments, usual, rise);
        return sorted.length == 0
                ? "none watched"
                : weeks(sorted[sorted.length / 2]) + ", " + weeks(sorted[sorted.length * 9 / 10]);
    }

    private static String weeks(double weeks) {
        return weeks > SimulatedShare.WEEKS_A_YEAR ? "never" : (int) weeks + " weeks";
    }

    private SimulatedShare life(ShareWorld world, int comments, double usual, int life) {
        return new SimulatedShare(world, comments, usual, rule, seed * 1_000_003 + life * BETWEEN_SEEDS);
    }
}

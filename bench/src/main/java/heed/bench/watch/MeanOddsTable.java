package heed.bench.watch;

import heed.app.study.Scenario;
import heed.app.study.SimulatedKey;
import heed.app.study.variants.MeanOdds;
import java.util.List;
import java.util.Locale;

/**
 * Prints how much likelier the watch finds a fall on an unchanged day, on average, where answers of a day correlate; 1
 * is neutral. Of independent answers it is exactly 1, which no simulation would show: the mean rests on the rarest
 * days.
 */
public final class MeanOddsTable {

    private static final int YEARS = 2000;
    private static final double CAUTION = 1.25;
    private static final long SEED = 1;

    private MeanOddsTable() {}

    public static void main(String[] args) {
        System.out.println("| scenario | a day | mean odds of an unchanged day, .05 fall | .10 fall | .20 fall |");
        System.out.println("|---|---|---|---|---|");
        for (Scenario scenario : List.of(Scenario.C, Scenario.B_DAYS, Scenario.N)) {
            for (int volume : new int[] {5, 50, 1000}) {
                MeanOdds odds = new MeanOdds(scenario, CAUTION);
                new SimulatedKey(scenario, volume, 0, SEED, List.of(odds)).calm(YEARS);
                StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "| %s | %,d |", scenario, volume));
                for (int j = 0; j < MeanOdds.falls(); j++) {
                    line.append(String.format(Locale.ROOT, " %.2f ± %.2f |", odds.mean(j), odds.error(j)));
                }
                System.out.println(line);
            }
        }
    }
}

package heed.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lets contenders take turns, so that what else the machine does falls on all of them. */
final class BenchRounds {

    private final Seed seed;
    private final ContestOptions options;
    private final PrintStream output;
    private final Map<Contender, List<TrialResult>> results = new EnumMap<>(Contender.class);

    BenchRounds(Seed seed, ContestOptions options, PrintStream output) {
        this.seed = seed;
        this.options = options;
        this.output = output;
    }

    /** Runs all rounds and returns the results of those who were right in each. */
    Map<Contender, List<TrialResult>> run(List<Contender> contenders, int rounds) throws Exception {
        for (int round = 1; round <= rounds; round++) {
            for (Contender contender : contenders) {
                try (Trial trial = new Trial(contender, seed, options)) {
                    TrialResult result = trial.run();
                    results.computeIfAbsent(contender, each -> new ArrayList<>())
                            .add(result);
                    output.println(result.text(round));
                }
            }
            compareRows(round);
        }
        results.values().removeIf(each -> each.stream()
                .anyMatch(result -> !result.check().right()));
        return results;
    }

    /** Holds the rows of all who say them as Heed does against each other, byte for byte. */
    private void compareRows(int round) {
        long kinds = results.values().stream()
                .map(each -> each.get(round - 1).check())
                .filter(check -> check.right() && check.digest() != 0)
                .mapToLong(Check::digest)
                .distinct()
                .count();
        if (kinds > 1) {
            throw new IllegalStateException("contenders that should say the same rows do not: see the rounds above");
        }
    }
}

package heed.bench.watch;

import heed.app.study.Delays;
import heed.app.study.FalseAlarms;
import heed.app.study.Scenario;
import heed.app.study.variants.Variant;
import heed.app.study.variants.VariantStudy;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures variants of the watch on the same simulated answers, beside an oracle with as many false alarms. */
@Command(name = "watch-variants", mixinStandardHelpOptions = true, sortOptions = false)
public final class WatchVariants implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--variants",
            split = ",",
            paramLabel = "NAME",
            description = "which (all): ${COMPLETION-CANDIDATES}",
            completionCandidates = Names.class)
    private List<String> variants = Names.ALL;

    @Option(names = "--scenarios", split = ",", defaultValue = "A,C", description = "of ${COMPLETION-CANDIDATES}")
    private List<Scenario> scenarios;

    @Option(names = "--volumes", split = ",", defaultValue = "50", description = "answers a day (${DEFAULT-VALUE})")
    private List<Integer> volumes;

    @Option(names = "--keys", defaultValue = "500", description = "lives without and with a drop (${DEFAULT-VALUE})")
    private int keys;

    @Option(names = "--years", defaultValue = "3", description = "years after the first half-year (${DEFAULT-VALUE})")
    private int years;

    @Option(names = "--seed", defaultValue = "1", description = "seed (${DEFAULT-VALUE})")
    private long seed;

    /** Runs the comparison; it ends with an error where the watch again is not the watch. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new WatchVariants()).execute(args));
    }

    @Override
    public Integer call() {
        VariantStudy.Plan plan = plan();
        System.out.println("| variant | scenario | a day | false alarms a year (95%) | in the first half-year"
                + " | within 60 days of another | .10 drop: median answers (95%) | oracle at that rate"
                + " | oracle at one a year |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (Scenario scenario : scenarios) {
            for (int volume : volumes) {
                new VariantStudy(plan, scenario, volume)
                        .run()
                        .forEach(finding -> System.out.println(line(finding, scenario, volume)));
            }
        }
        return 0;
    }

    private VariantStudy.Plan plan() {
        try {
            return new VariantStudy.Plan(
                    variants.stream().map(WatchVariants::variant).toList(), keys, years, seed);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static Variant variant(String name) {
        return Variant.ALL.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no variant \"" + name + "\"; there are " + String.join(", ", Names.ALL)));
    }

    private static String line(VariantStudy.Finding finding, Scenario scenario, int volume) {
        FalseAlarms rate = finding.falseAlarms();
        Delays delays = finding.delays();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %.2f (%.2f to %.2f) | %.2f | %.0f%% | %,.0f (%,.0f to %,.0f) | %s | %s |",
                finding.variant().name(),
                scenario,
                volume,
                rate.rate(),
                rate.low(),
                rate.high(),
                finding.first().rate(),
                100 * finding.repeated(),
                delays.median().answers(),
                delays.medianLow().answers(),
                delays.medianHigh().answers(),
                times(delays, finding.oracle()),
                times(delays, finding.oracleOfBudget()));
    }

    private static String times(Delays delays, Delays oracle) {
        double answers = oracle.median().answers();
        return String.format(
                Locale.ROOT, "%,.0f, %.2f times", answers, delays.median().answers() / answers);
    }

    /** Names of all variants. */
    static final class Names implements Iterable<String> {

        private static final List<String> ALL =
                Variant.ALL.stream().map(Variant::name).toList();

        @Override
        public Iterator<String> iterator() {
            return ALL.iterator();
        }
    }
}

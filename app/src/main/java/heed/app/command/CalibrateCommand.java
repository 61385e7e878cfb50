package heed.app.command;

import heed.app.study.ManyStudy;
import heed.app.study.Scenario;
import heed.app.study.ShareStudy;
import heed.app.study.SlowStudy;
import heed.app.study.Study;
import heed.schemas.figures.FalseShare;
import heed.topology.detect.WatchMethod;
import heed.topology.detect.WatchRule;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the watch by simulation. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        defaultValueProvider = DeclaredDefaults.class,
        description = "Simulates hospitals to measure false alarms, and how soon drops are found, beside other rules.",
        footer = {
            "",
            "Examples:",
            "  heed calibrate                                   a first look",
            "  heed calibrate --t0 730 --scenarios c --volumes 20 --keys 1000 --years 3",
            "  heed calibrate --scenario c --volume 50 --keys 1000 --years 3",
            "  heed calibrate --scenarios season-1,season-2,season-3 --volume 50",
            "  heed calibrate --many --t0 730 --scenario c --volume 5 --keys 2000    readers of thousands of lines",
            "  heed calibrate --themes --keys 200 --years 4     rises in what people write about",
            "  heed calibrate --rule watch-1 --keys 1000 --years 3 --seed 2    the table of docs/detection.md",
            "",
            "Each key learns what is usual from its own simulated answers, as in real life. Scenarios:",
            "a, b: independent answers of 0 or 1, and on five steps; c, b': the same with answers of a day that",
            "correlate at .02 and weekdays that differ; AR: each day also resembles the day before. On request, n: as c, but",
            "good days are as good as bad days are bad; season-1, season-2, season-3: as c, and the score goes up and down by",
            "1, 2 or 3 points over the year; import: as c, after twelve months of imported figures; import-as-days: the same,",
            "as if the watch took them for days; ceiling: mean .98.",
            "The same seed gives the same figures, on any number of cores."
        })
final class CalibrateCommand implements Callable<Integer> {

    private final CommandContext context;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--t0",
            paramLabel = "DAYS",
            defaultValue = "365",
            description = "Days between false alarms that the watch is held to; default: ${DEFAULT-VALUE}.")
    private double targetDays;

    @Option(
            names = "--rule",
            paramLabel = "NAME",
            converter = WatchMethodConverter.class,
            description = "Method to watch by, watch-1 or watch-2; default: ${DEFAULT-VALUE}.")
    private WatchMethod method;

    @Option(
            names = {"--scenarios", "--scenario"},
            split = ",",
            paramLabel = "NAME",
            defaultValue = "a,b,c,b',AR",
            description = "Which scenarios, separated by commas; default: ${DEFAULT-VALUE}.")
    private List<String> scenarios;

    @Option(
            names = {"--volumes", "--volume"},
            split = ",",
            paramLabel = "N",
            defaultValue = "5,50,1000",
            description = "Answers a day; default: ${DEFAULT-VALUE}.")
    private List<Integer> volumes;

    @Option(
            names = "--keys",
            paramLabel = "N",
            defaultValue = "50",
            description = "Keys for each scenario and volume, and for each drop; default: ${DEFAULT-VALUE}.")
    private int keys;

    @Option(
            names = "--years",
            paramLabel = "N",
            defaultValue = "2",
            description = "Years that each key is watched without a drop; default: ${DEFAULT-VALUE}.")
    private int years;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Seed; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Threads; default: one for each core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--slow",
            description = "Simulates falls that come slowly, or begin while what is usual is learned.")
    private boolean slow;

    @Option(
            names = "--themes",
            description = "Simulates how many comments are about a theme, and the watch over its share, with --keys,"
                    + " --years, --seed and --rule alone.")
    private boolean themes;

    @Option(names = "--many", description = "Simulates many keys at a time, and the list of those that have fallen.")
    private boolean many;

    @Option(
            names = "--worlds",
            paramLabel = "N",
            defaultValue = "5",
            description = "With --many, how often all keys live anew in each row; default: ${DEFAULT-VALUE}.")
    private int worlds;

    @Option(
            names = "--list-false-share",
            paramLabel = "SHARE",
            description = "With --many, which share of the list may be false; default: ${DEFAULT-VALUE}.")
    private double listFalseShare;

    CalibrateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Study.Plan plan = plan();
        lines(plan).forEach(context.out()::println);
        return 0;
    }

    private List<String> lines(Study.Plan plan) throws InterruptedException {
        if (many) {
            return many(plan).run();
        }
        if (themes) {
            return new ShareStudy(plan.keys(), plan.years(), plan.seed(), method).lines();
        }
        var bar = new ProgressBar(context.err(), "simulated keys");
        return slow
                ? new SlowStudy(plan, bar::at).run()
                : new Study(plan, bar::at).run().lines();
    }

    private ManyStudy many(Study.Plan plan) {
        var bar = new ProgressBar(context.err(), "simulated worlds");
        return checked(() -> new ManyStudy(plan, worlds, new FalseShare(listFalseShare), bar::at));
    }

    private Study.Plan plan() {
        return checked(() -> new Study.Plan(
                scenarios.stream().map(CalibrateCommand::scenario).toList(),
                volumes,
                new WatchRule(targetDays).by(method),
                keys,
                years,
                seed,
                threads));
    }

    /** Says what an option refuses as picocli does. */
    private <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private static Scenario scenario(String symbol) {
        return Arrays.stream(Scenario.values())
                .filter(known -> known.symbol().equalsIgnoreCase(symbol))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no scenario \"" + symbol
                        + "\" for --scenarios; there are " + Arrays.toString(Scenario.values())));
    }
}

package heed.bench;

import heed.app.server.embedded.TemporaryDirectory;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures what a response costs Heed and others that do its work, side by side: each in a process of its own, with a
 * broker of its own, on a copy of the same input, in rounds that interleave.
 */
@Command(
        name = "heed bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures what a response costs Heed, and others that do the same work.",
        footer = {
            "",
            "Examples:",
            "  heed bench                                        all but Flink, five rounds",
            "  heed bench --contenders heed,limit --rounds 3     two of them",
            "  heed bench --contenders heed,flink-hashmap        Heed and Flink",
            "",
            "Contenders whose totals are wrong are told, and the exit code is then 1."
        })
public final class BenchCommand implements Callable<Integer> {

    @Option(names = "--responses", defaultValue = "2000000", description = "records (${DEFAULT-VALUE})")
    private long responses;

    @Option(names = "--responses-a-day", defaultValue = "22000", description = "that arrive (${DEFAULT-VALUE})")
    private long responsesADay;

    @Option(names = "--hospitals", defaultValue = "200", description = "hospitals (${DEFAULT-VALUE})")
    private int hospitals;

    @Option(names = "--units", defaultValue = "20", description = "units of a hospital (${DEFAULT-VALUE})")
    private int units;

    @Option(names = "--measures", defaultValue = "6", description = "measures of a response (${DEFAULT-VALUE})")
    private int measures;

    @Option(
            names = "--contenders",
            split = ",",
            description = "who is measured (all but Flink, which takes 140 MB of libraries)")
    private List<String> names = new ArrayList<>();

    @Option(names = "--rounds", defaultValue = "5", description = "rounds (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--threads", defaultValue = "2", description = "threads of a contender (${DEFAULT-VALUE})")
    private int threads;

    @Option(
            names = "--rate",
            defaultValue = "1000",
            description = "responses a second while times to visible are measured (${DEFAULT-VALUE})")
    private int rate;

    @Option(
            names = "--latency-seconds",
            defaultValue = "10",
            description = "how long they are; 0 for not at all (${DEFAULT-VALUE})")
    private int latencySeconds;

    @Option(names = "--results", description = "directory for contenders.json and contenders.svg (none)")
    private Path results;

    @Spec
    private CommandSpec spec;

    private final List<String> arguments;
    private final @Nullable Path flink;

    private BenchCommand(List<String> arguments, @Nullable Path flink) {
        this.arguments = arguments;
        this.flink = flink;
    }

    /**
     * Returns the command line for arguments.
     *
     * @param flink directory of Flink's libraries; null where nobody says
     */
    static CommandLine of(List<String> arguments, @Nullable Path flink) {
        return new CommandLine(new BenchCommand(arguments, flink)).setParameterExceptionHandler((wrong, all) -> {
            wrong.getCommandLine().getErr().println("heed bench: " + wrong.getMessage());
            return CommandLine.ExitCode.USAGE;
        });
    }

    /** Runs the contest; the exit code is 1 where a contender was wrong. */
    public static void main(String[] args) {
        String flink = System.getProperty("heed.bench.flink");
        System.exit(of(List.of(args), flink == null ? null : Path.of(flink)).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Contender> contenders = contenders();
        Workload workload = new Workload(responses, responsesADay, hospitals, units, new Survey(measures));
        try (TemporaryDirectory directory = new TemporaryDirectory("heed-bench-seed-")) {
            Map<String, Object> about = about(workload);
            Seed seed = Seed.write(directory.path(), workload);
            about.put("bytes of a response", seed.load().meanBytes());
            about.put("holds", seed.expected().text());
            about.forEach((name, value) -> System.out.println(name + ": " + value));
            BenchRounds turns =
                    new BenchRounds(seed, new ContestOptions(threads, rate, latencySeconds, flink), System.out);
            Map<Contender, List<TrialResult>> right = turns.run(contenders, rounds);
            var all = new ContestResults(about, right);
            System.out.print("\n" + all.table());
            if (results != null) {
                all.write(results);
            }
            return right.size() == contenders.size() ? 0 : 1;
        }
    }

    /** Returns who is measured, and refuses who can't be before half an hour is spent on others. */
    private List<Contender> contenders() {
        try {
            List<Contender> contenders = names.isEmpty()
                    ? Arrays.stream(Contender.values())
                            .filter(contender -> !contender.isFlink())
                            .toList()
                    : names.stream().map(Contender::byId).toList();
            contenders.forEach(contender -> contender.classPath(flink));
            return contenders;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Map<String, Object> about(Workload workload) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        about.put(
                "machine",
                "%d processors, Java %s, Kafka %s, load %.1f at the start"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version(),
                                kafka(),
                                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
        about.put("command", ("heed bench " + String.join(" ", arguments)).strip());
        about.put("input", workload.text());
        return about;
    }

    /** Returns the version that the jar's name ends in. */
    private static String kafka() {
        String jar = Path.of(KafkaStreams.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getFileName()
                .toString();
        return jar.replaceAll(".*-|\\.jar", "");
    }
}

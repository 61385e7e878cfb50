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
import picocli.CommandLine.Option;

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

    @Option(names = "--flink", hidden = true, description = "directory of Flink's libraries")
    private @Nullable Path flink;

    @Option(names = "--results", description = "directory for contenders.json and contenders.svg (none)")
    private Path results;

    private final List<String> arguments;

    private BenchCommand(List<String> arguments) {
        this.arguments = arguments;
    }

    /** Runs the contest; the exit code is 1 where a contender was wrong. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand(List.of(args))).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        List<Contender> contenders = names.isEmpty()
                ? Arrays.stream(Contender.values())
                        .filter(contender -> !contender.isFlink())
                        .toList()
                : names.stream().map(Contender::byId).toList();
        // Before half an hour is spent on others.
        contenders.forEach(contender -> contender.classPath(flink));
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

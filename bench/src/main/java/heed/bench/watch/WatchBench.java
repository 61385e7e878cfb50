package heed.bench.watch;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.respondent.Respondent;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.ScoredMeasure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the CPU time that the watch step adds to a response: its own code, fed from memory. */
@Command(name = "watch-bench", mixinStandardHelpOptions = true, sortOptions = false)
public final class WatchBench implements Callable<Integer> {

    private static final Respondent[] RESPONDENTS = {Respondent.of("SMS", "en", ""), Respondent.of("PAPER", "cy", "")};

    @Option(names = "--hospitals", defaultValue = "20", description = "hospitals (${DEFAULT-VALUE})")
    private int hospitals;

    @Option(names = "--measures", defaultValue = "11", description = "watched measures of each (${DEFAULT-VALUE})")
    private int measures;

    @Option(names = "--answers", defaultValue = "1000", description = "responses a day and key (${DEFAULT-VALUE})")
    private int answers;

    @Option(
            names = "--days",
            defaultValue = "90",
            description = "days; the first 45 teach what is usual (${DEFAULT-VALUE})")
    private int days;

    @Option(
            names = "--fall",
            defaultValue = "0",
            description = "how much lower the scores are from day 40 on: with .1 every drop is open (${DEFAULT-VALUE})")
    private double fall;

    @Option(names = "--wards", description = "each response names a ward, so that two keys a measure are watched")
    private boolean wards;

    @Option(names = "--runs", defaultValue = "3", description = "runs over the same answers (${DEFAULT-VALUE})")
    private int runs;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the answers (${DEFAULT-VALUE})")
    private long seed;

    /** Runs the benchmark. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new WatchBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        Questionnaires questionnaires = questionnaires();
        MeasureCatalogue catalogue = new MeasureCatalogue(questionnaires);
        WatchRun run = new WatchRun(simulated(catalogue), answers);
        List<WatchRun.Result> results = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            WatchRun.Result result = run.through(questionnaires, catalogue, days, 45);
            results.add(result);
            System.out.printf(
                    "run        %.2f CPU us/response for %d measures; a row for the changelog %.1f us, %,d bytes, at most %,d; %,d records said%n",
                    result.microsAResponse(),
                    measures,
                    result.microsARow(),
                    result.meanBytes(),
                    result.largestBytes(),
                    result.records());
        }
        double median = results.stream()
                .map(WatchRun.Result::microsAResponse)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(runs / 2);
        System.out.printf("median     %.2f CPU us/response (Java %s)%n", median, Runtime.version());
        return 0;
    }

    private List<WatchedHospital> simulated(MeasureCatalogue catalogue) {
        Places places = new Places(HospitalDirectory.empty());
        List<ScoredMeasure> scored = IntStream.range(0, measures)
                .mapToObj(i -> catalogue.byName("bench-1.m" + i))
                .toList();
        SplittableRandom random = new SplittableRandom(seed);
        List<WatchedHospital> simulated = new ArrayList<>();
        for (int i = 0; i < hospitals; i++) {
            Place place = places.of("H" + i, wards ? "W1" : null);
            simulated.add(new WatchedHospital(
                    place, scored, RESPONDENTS[i % RESPONDENTS.length], answers, days, 40, fall, random.split()));
        }
        return simulated;
    }

    private Questionnaires questionnaires() throws IOException {
        StringBuilder yaml = new StringBuilder("id: bench-1\ntitle: Bench\nquestions:\n");
        IntStream.range(0, measures)
                .forEach(i ->
                        yaml.append("  q").append(i).append(": {text: Q, answers: {a: A, b: B, c: C, d: D, e: E}}\n"));
        yaml.append("measures:\n");
        IntStream.range(0, measures)
                .forEach(i -> yaml.append(
                        "  m%d: {title: M%d, question: q%d, watch: %s, points: {a: 0, b: 2500, c: 5000, d: 7500, e: 10000}}\n"
                                .formatted(i, i, i, i == 0 ? "overall" : "other")));
        Path file = Files.createTempFile("heed-bench", ".yaml");
        try {
            return Questionnaires.shipped().and(List.of(Files.writeString(file, yaml)));
        } finally {
            Files.delete(file);
        }
    }
}

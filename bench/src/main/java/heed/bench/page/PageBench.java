package heed.bench.page;

import heed.app.server.embedded.TemporaryDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures how soon responses are on the page while many browsers have it open and one has stopped reading.
 *
 * <p>Everything is on this machine, browsers included, so the figures are of a machine that does more than a server
 * would.
 */
@Command(name = "page-bench", mixinStandardHelpOptions = true, sortOptions = false)
public final class PageBench implements Callable<Integer> {

    @Option(names = "--heed", defaultValue = "./heed", description = "the launcher (${DEFAULT-VALUE})")
    private Path launcher;

    @Option(
            names = "--browsers",
            defaultValue = "50",
            description = "browsers, the stalled one among them (${DEFAULT-VALUE})")
    private int browsers;

    @Option(names = "--hospitals", defaultValue = "200", description = "hospitals of five wards (${DEFAULT-VALUE})")
    private int hospitals;

    @Option(names = "--rate", defaultValue = "1000", description = "responses a second (${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--warm-up", defaultValue = "30", description = "seconds before measuring (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(names = "--seconds", defaultValue = "60", description = "seconds of each of three parts (${DEFAULT-VALUE})")
    private int seconds;

    /** Runs the benchmark. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new PageBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Canary canary = new Canary();
        try (TemporaryDirectory data = new TemporaryDirectory("heed-bench-");
                RunningProgram program = RunningProgram.start(launcher, data.path());
                PageLoad load = new PageLoad(program, canary, hospitals, 5)) {
            load.write(warmUp, rate);
            List<Browser> open = open(program, canary);
            List<Thread> threads =
                    open.stream().map(browser -> new Thread(browser, "browser")).toList();
            threads.forEach(Thread::start);
            StalledBrowser stalled = new StalledBrowser(program.page());
            try {
                load.write(warmUp, rate);
                open.forEach(Browser::measure);
                for (int part = 1; part <= 3; part++) {
                    double cpu = program.cpuSeconds();
                    load.write(seconds, rate);
                    System.out.printf(
                            "part %d     %,d MiB of heap in use, %.2f cores busy%n",
                            part, program.liveHeap() >> 20, (program.cpuSeconds() - cpu) / seconds);
                }
            } finally {
                stalled.close();
            }
            open.forEach(Browser::leave);
            for (Thread thread : threads) {
                thread.join();
            }
            conclude(open);
            return 0;
        }
    }

    /** One browser in five has the overview open, the others a hospital. */
    private List<Browser> open(RunningProgram program, Canary canary) {
        return IntStream.range(0, browsers - 1)
                .mapToObj(i -> new Browser(
                        program.page(), i % 5 == 0 ? "" : "hospitals/H%03d".formatted(i % hospitals), canary))
                .toList();
    }

    private static void conclude(List<Browser> browsers) {
        List<Double> ages = new ArrayList<>();
        browsers.forEach(browser -> ages.addAll(browser.ages()));
        Collections.sort(ages);
        System.out.printf(
                "seen       %,d sightings by %d browsers, %,d pages fetched; response to page: median %.0f ms, p95 %.0f ms, p99 %.0f ms, worst %.0f ms%n",
                ages.size(),
                browsers.size(),
                browsers.stream().mapToInt(Browser::pages).sum(),
                at(ages, .5),
                at(ages, .95),
                at(ages, .99),
                at(ages, 1));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }
}

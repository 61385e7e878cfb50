package heed.bench.page;

import heed.app.server.embedded.TemporaryDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures what sign-in, sessions and keys cost: two programs, one that asks nobody and one with accounts, are given
 * the same responses and asked in turns, so that whatever else the machine does meets both alike.
 */
@Command(name = "accounts-bench", mixinStandardHelpOptions = true, sortOptions = false)
public final class AccountsBench implements Callable<Integer> {

    private static final List<String> PAGES = List.of("", "hospitals/H007", "hospitals/H007/wards/WARD-3", "drops");
    /** CPU time is told by the operating system in hundredths of a second: one request is too few for a figure. */
    private static final int OF_A_BLOCK = 50;

    /** The requests of all blocks come from one address. */
    private static final Map<String, String> OFTEN_FROM_ONE_ADDRESS =
            Map.of("HEED_INTAKE_CLIENT_RATE", "100000", "HEED_INTAKE_CLIENT_BURST", "100000");

    @Option(names = "--heed", defaultValue = "./heed", description = "the launcher (${DEFAULT-VALUE})")
    private Path launcher;

    @Mixin
    private PageInput input;

    @Option(names = "--blocks", defaultValue = "15", description = "blocks of 50 requests of each (${DEFAULT-VALUE})")
    private int blocks;

    private final HttpClient http = HttpClient.newHttpClient();

    /** Runs the benchmark. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new AccountsBench()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (TemporaryDirectory openData = new TemporaryDirectory("heed-bench-");
                TemporaryDirectory data = new TemporaryDirectory("heed-bench-");
                RunningProgram open = RunningProgram.start(launcher, openData.path(), OFTEN_FROM_ONE_ADDRESS);
                RunningProgram asking = RunningProgram.start(launcher, data.path(), withAccounts())) {
            var newcomer = new Newcomer(launcher, data.path());
            asking.askForMetricsBy(newcomer.key("metrics"));
            String cookie = newcomer.cookie(asking.page());
            String key = newcomer.key("intake");
            input.fill(open);
            input.fill(asking);
            System.out.printf(
                    "%-30s %9s %9s %7s %11s %11s %7s%n",
                    "median of", "open, ms", "asks, ms", "ratio", "CPU, ms", "CPU, ms", "ratio");
            for (String page : PAGES) {
                measure(
                        "/" + page,
                        new Side(open, () -> get(open.page().resolve(page), "")),
                        new Side(asking, () -> get(asking.page().resolve(page), cookie)));
            }
            measure(
                    "POST /feedback",
                    new Side(open, () -> post(open.intake(), "")),
                    new Side(asking, () -> post(asking.intake(), key)));
            return 0;
        }
    }

    private static Map<String, String> withAccounts() {
        Map<String, String> variables = new HashMap<>(OFTEN_FROM_ONE_ADDRESS);
        variables.put("HEED_ACCESS_PEOPLE", "accounts");
        return variables;
    }

    private void measure(String what, Side open, Side asking) throws IOException, InterruptedException {
        open.block();
        asking.block();
        double[][] figures = new double[4][blocks];
        for (int i = 0; i < blocks; i++) {
            // Who begins changes, so that neither always has what the other left behind.
            Block first = (i % 2 == 0 ? open : asking).block();
            Block second = (i % 2 == 0 ? asking : open).block();
            Block ofOpen = i % 2 == 0 ? first : second;
            Block ofAsking = i % 2 == 0 ? second : first;
            figures[0][i] = ofOpen.ms;
            figures[1][i] = ofAsking.ms;
            figures[2][i] = ofOpen.cpuMs;
            figures[3][i] = ofAsking.cpuMs;
        }
        double[] medians =
                Arrays.stream(figures).mapToDouble(AccountsBench::median).toArray();
        System.out.printf(
                "%-30s %9.2f %9.2f %7.2f %11.2f %11.2f %7.2f%n",
                what, medians[0], medians[1], medians[1] / medians[0], medians[2], medians[3], medians[3] / medians[2]);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private HttpResponse<byte[]> get(URI address, String cookie) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Accept-Encoding", "gzip")
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> post(URI intake, String key) throws IOException, InterruptedException {
        String body = "{\"hospital\":\"H007\",\"questionnaire\":\"fft-2020\",\"given_at\":\""
                + Instant.now().truncatedTo(ChronoUnit.MILLIS) + "\",\"answers\":{\"overall\":\"good\"}}";
        return http.send(
                HttpRequest.newBuilder(intake)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    /** Asks once. */
    @FunctionalInterface
    private interface Asking {

        HttpResponse<byte[]> ask() throws IOException, InterruptedException;
    }

    /** What a request of a block took, in ms: its median on the clock, and its share of the CPU time. */
    private record Block(double ms, double cpuMs) {}

    private record Side(RunningProgram program, Asking asking) {

        Block block() throws IOException, InterruptedException {
            double[] times = new double[OF_A_BLOCK];
            double cpu = program.cpuSeconds();
            for (int i = 0; i < OF_A_BLOCK; i++) {
                long begin = System.nanoTime();
                HttpResponse<byte[]> answer = asking.ask();
                times[i] = (System.nanoTime() - begin) / 1e6;
                if (answer.statusCode() / 100 != 2) {
                    throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode());
                }
            }
            double spent = program.cpuSeconds() - cpu;
            return new Block(median(times), spent * TimeUnit.SECONDS.toMillis(1) / OF_A_BLOCK);
        }
    }
}

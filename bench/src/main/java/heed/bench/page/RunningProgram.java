package heed.bench.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code heed up} in a process of its own, on free ports and a directory of its own. */
final class RunningProgram implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("\\s+(page|intake|Kafka|registry)\\s+(?:POST )?(\\S+)");
    private static final Pattern HEAP =
            Pattern.compile("^jvm_memory_used_bytes\\{area=\"heap\",.*} ([0-9.E+-]+)$", Pattern.MULTILINE);

    private static final Pattern LAG =
            Pattern.compile("^heed_(?:pipeline|reader)_lag_records(?:\\{.*})? ([0-9.E+-]+)$", Pattern.MULTILINE);

    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();
    private String metricsKey = "";
    private URI page;
    private URI intake;
    private String brokers;
    private URI registry;

    /** Leaves the addresses to {@link #readAddresses}, which is done before anybody has this. */
    @SuppressWarnings("NullAway.Init")
    private RunningProgram(Process process) {
        this.process = process;
    }

    /** Starts {@code launcher} and returns when its page answers. */
    static RunningProgram start(Path launcher, Path data) throws IOException {
        return start(launcher, data, Map.of());
    }

    /** Starts it with more variables, and returns when its page answers. */
    static RunningProgram start(Path launcher, Path data, Map<String, String> more) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(launcher.toAbsolutePath().toString(), "up", "--data", data.toString());
        builder.environment().putAll(Map.of("HEED_PAGE_PORT", "0", "HEED_INTAKE_PORT", "0"));
        builder.environment().putAll(more);
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        RunningProgram program = new RunningProgram(process);
        try {
            program.readAddresses(process.inputReader());
            return program;
        } catch (IOException | RuntimeException e) {
            program.close();
            throw e;
        }
    }

    private void readAddresses(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith("Ctrl-C")) {
            Matcher address = ADDRESS.matcher(line);
            if (address.matches()) {
                switch (address.group(1)) {
                    case "page" -> page = URI.create(address.group(2));
                    case "intake" -> intake = URI.create(address.group(2));
                    case "Kafka" -> brokers = address.group(2);
                    default -> registry = URI.create(address.group(2));
                }
            }
            line = output.readLine();
        }
        if (line == null || page == null || intake == null || brokers == null || registry == null) {
            throw new IllegalStateException("heed up did not start; what it said is above");
        }
    }

    URI page() {
        return page;
    }

    /** Returns where responses are sent. */
    URI intake() {
        return intake;
    }

    /** Has the program's metrics asked for by a key. */
    void askForMetricsBy(String key) {
        metricsKey = key;
    }

    String brokers() {
        return brokers;
    }

    URI registry() {
        return registry;
    }

    /** Has the garbage collected and returns the bytes of heap that are still in use. */
    long liveHeap() throws IOException, InterruptedException {
        Process collect = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (collect.waitFor() != 0) {
            throw new IllegalStateException("jcmd could not have the garbage collected");
        }
        return (long) sum(HEAP);
    }

    /** Returns how many records the pipeline, and how many the page, have not worked off yet. */
    long lag() throws IOException, InterruptedException {
        return (long) sum(LAG);
    }

    /** Waits until nothing has been left to do three times, a second apart; a quarter of an hour at most. */
    void awaitWorkedOff() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(15);
        int quiet = 0;
        while (quiet < 3) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("after 15 minutes " + lag() + " records were left to work off");
            }
            TimeUnit.SECONDS.sleep(1);
            quiet = lag() == 0 ? quiet + 1 : 0;
        }
    }

    private double sum(Pattern gauge) throws IOException, InterruptedException {
        String metrics = http.send(
                        HttpRequest.newBuilder(page.resolve("metrics"))
                                .header("Authorization", "Bearer " + metricsKey)
                                .build(),
                        BodyHandlers.ofString())
                .body();
        List<Double> values = gauge.matcher(metrics)
                .results()
                .map(value -> Double.parseDouble(value.group(1)))
                .toList();
        if (values.isEmpty()) {
            throw new IllegalStateException("the program does not tell " + gauge);
        }
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Returns the CPU time that the program has used, in seconds; its registry's is not in it. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

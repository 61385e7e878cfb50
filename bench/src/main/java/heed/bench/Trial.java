package heed.bench;

import heed.app.server.embedded.TemporaryDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Lets one contender work through the whole input, in a process of its own, and looks at it from outside.
 *
 * <p>What is measured is the whole run, starting and compiling included. CPU time is told of the second half too, when
 * the code is compiled and windows become final as others begin: from one commit of the contender to its last. Work
 * that is done by then on responses of the commit after it belongs to the first half, and those responses to the
 * second: the more a contender commits at once, the cheaper it looks.
 */
final class Trial implements AutoCloseable {

    /** Collector and compiler as the launcher sets them, for every contender. */
    private static final List<String> JVM =
            List.of("-Xms256m", "-Xmx3g", "-XX:+UseParallelGC", "-XX:FreqInlineSize=60");

    private static final long LOOK_EVERY_MS = 50;
    private static final int PATIENCE_MS = 300_000;

    /**
     * What is measured is at least one in so many of the records: less is the end of one commit, and no steady state.
     */
    private static final int LEAST_SHARE = 4;

    private final Contender contender;
    private final Seed seed;
    private final ContestOptions options;
    private final TemporaryDirectory directory = new TemporaryDirectory("heed-bench-");
    private final Broker broker;
    private final Admin admin;
    private final Moment begin;
    private ChildJvm process;

    Trial(Contender contender, Seed seed, ContestOptions options)
            throws IOException, ExecutionException, InterruptedException {
        this.contender = contender;
        this.seed = seed;
        this.options = options;
        seed.copyTo(directory.path().resolve("broker"));
        broker = Broker.start(directory.path().resolve("broker"));
        admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                broker.bootstrap(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MS));
        BenchTopics.await(admin);
        begin = new Moment(0, 0, broker.cpuNanos(), System.nanoTime(), 0, TopicSizes.now(admin));
        process = start("state");
    }

    private ChildJvm start(String state) {
        List<String> jvm = new ArrayList<>(JVM);
        jvm.addAll(contender.jvm());
        ChildJvm started = ChildJvm.start(
                ContenderProcess.class,
                contender.classPath(options.flink()),
                jvm,
                Redirect.INHERIT,
                contender.name(),
                broker.bootstrap(),
                Integer.toString(options.threads()),
                directory.path().resolve(state).toString(),
                seed.questionnaire().toString());
        started.said();
        return started;
    }

    TrialResult run() throws IOException, ExecutionException, InterruptedException {
        long all = seed.expected().records();
        Moment half = await(all / 2);
        Moment last = await(all);
        // What the last commit leaves behind is the contender's own, too.
        TimeUnit.MILLISECONDS.sleep(2 * PipelineSettings.EMIT_INTERVAL.toMillis());
        Moment end = moment(all);
        long resident = process.residentBytes();
        Check check = Check.of(contender, broker.bootstrap(), seed.expected());
        Latencies latencies = latencies();
        long state = Long.parseLong(process.ask(ContenderProcess.LIVE_HEAP))
                + bytesIn(directory.path().resolve("state"));
        double restore = contender.restores() ? restore() : Double.NaN;
        return new TrialResult(
                contender,
                check,
                end.cpuNanos() / 1e3 / all,
                (end.brokerCpuNanos() - begin.brokerCpuNanos()) / 1e3 / all,
                all * 1e9 / (last.wallNanos() - begin.wallNanos()),
                latencies,
                resident,
                state,
                (double) (end.written().records() - begin.written().records()) / all,
                (double) (end.written().bytes() - begin.written().bytes()) / all,
                (double) end.allocated() / all,
                (end.cpuNanos() - half.cpuNanos()) / 1e3 / ofSecondHalf(all - half.read()),
                restore);
    }

    /** NaN where a contender commits so much at once that too few are left for a figure. */
    private double ofSecondHalf(long responses) {
        return responses * LEAST_SHARE < seed.expected().records() ? Double.NaN : responses;
    }

    private Moment await(long records) throws ExecutionException, InterruptedException {
        long read = InputProgress.committed(admin);
        while (read < records) {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
            process.ask(ContenderProcess.WELL);
            read = InputProgress.committed(admin);
        }
        return moment(read);
    }

    private Moment moment(long read) throws ExecutionException, InterruptedException {
        return new Moment(
                read,
                process.cpuNanos(),
                broker.cpuNanos(),
                System.nanoTime(),
                Long.parseLong(process.ask(ContenderProcess.ALLOCATED)),
                TopicSizes.now(admin));
    }

    private Latencies latencies() throws InterruptedException {
        if (options.latencySeconds() == 0) {
            return Latencies.NONE;
        }
        try (LatencyProbe probe = probe()) {
            return probe.measure(options.latencySeconds() * options.rate(), options.rate());
        }
    }

    /**
     * Ends the process, starts another without its files and returns how long its first committed record took, ms; NaN
     * where none came in time.
     */
    private double restore() throws InterruptedException {
        process.close();
        try (LatencyProbe probe = probe()) {
            long begin = System.nanoTime();
            process = start("restored");
            probe.measure(1, 1);
            return (System.nanoTime() - begin) / 1e6;
        } catch (LatencyProbe.NotVisibleException e) {
            process.ask(ContenderProcess.WELL);
            return Double.NaN;
        }
    }

    private LatencyProbe probe() {
        return new LatencyProbe(broker.bootstrap(), contender.says().topic(), seed.load());
    }

    private static long bytesIn(Path state) throws IOException {
        if (!Files.exists(state)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> {
                        try {
                            return Files.size(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(file + " can't be measured", e);
                        }
                    })
                    .sum();
        }
    }

    @Override
    public void close() {
        process.close();
        admin.close();
        broker.close();
        directory.close();
    }
}

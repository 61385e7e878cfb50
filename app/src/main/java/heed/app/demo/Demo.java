package heed.app.demo;

import heed.app.server.RunningHeed;
import heed.app.settings.Settings;
import heed.app.terminal.MovingLine;
import heed.connectors.published.PublishedImport;
import heed.connectors.published.fft.FftTrusts;
import heed.schemas.hospital.HospitalDirectory;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Runs Heed on published figures and simulated responses. */
public final class Demo {

    private static final String NOTICE =
            "Hospitals marked (simulated) are invented: none of those names or figures is real. The others show the Friends"
                    + " and Family Test, inpatients, March 2026, published by NHS England; contains public sector"
                    + " information licensed under the Open Government Licence v3.0. Counts were expanded to single"
                    + " responses spread evenly over the month.";

    /** The invented hospitals are all of one zone, so that simulated days pass for all of them together. */
    private static final ZoneId ZONE = HospitalDirectory.DEFAULT_ZONE;

    private static final LocalDate END_OF_ONCE = Story.FIRST_DAY.plusDays(100);
    private static final Duration PROCESSED_WITHIN = Duration.ofMinutes(5);

    private final Settings settings;
    private final HospitalDirectory hospitals;
    private final long seed;
    private final HttpClient http;
    private final Clock clock;
    private final MovingLine line;

    /** Creates a demo that keeps its data and listens where the settings say. */
    public Demo(Settings settings, long seed, HttpClient http, Clock clock, MovingLine line) {
        this.settings = settings;
        this.hospitals = DemoHospitals.directory(ZONE);
        this.seed = seed;
        this.http = http;
        this.clock = clock;
        this.line = line;
    }

    /** Starts what runs beside the demo, once its page is there. */
    @FunctionalInterface
    public interface Beside {

        /** Returns what was started; told where the page is. */
        Companion start(URI page) throws InterruptedException;
    }

    /** Runs beside the demo, and is closed before the page is. */
    public interface Companion extends AutoCloseable {

        /** Returns what to tell the user of it; nothing where nothing runs. */
        List<String> addresses();

        @Override
        void close();
    }

    /** Replays the history, then lets days pass until {@code stop} opens; returns the exit code. */
    public int live(Pace pace, Beside beside, CountDownLatch stop) throws InterruptedException {
        try (RunningHeed heed = start();
                Companion companion = beside.start(heed.page())) {
            companion.addresses().forEach(line::say);
            var player = player(heed);
            Instant live = replay(heed, player, Story.FIRST_LIVE_DAY);
            line.say("");
            line.say("  Open " + heed.page() + "  (Ctrl-C stops everything)");
            line.say("");
            line.say(
                    "Days pass now, from " + Story.FIRST_LIVE_DAY + " on. Soon Ashcombe General gets worse: watch it.");
            line.say("In another terminal: ./heed tail drops --from-beginning --data " + settings.data());
            line.awaits(() -> "it is " + LocalDate.ofInstant(player.heardUntil(), ZONE) + ", " + player.sent()
                    + " responses of invented hospitals" + (player.hasCaughtUp() ? "; hours pass as they do now" : ""));
            var unused = heed.died().whenComplete((nothing, failure) -> stop.countDown());
            player.playLive(live, pace, stop);
            if (heed.died().isCompletedExceptionally()) {
                throw new IllegalStateException("the pipeline died; its log says why");
            }
            line.say("Stopping ...");
            line.awaits("stopping");
            return 0;
        }
    }

    /** Replays history and story at once, waits until all is processed and prints what came of it; returns 0. */
    public int once() throws InterruptedException {
        try (RunningHeed heed = start()) {
            replay(heed, player(heed), END_OF_ONCE);
            line.awaits("waiting for all to be counted");
            long processed =
                    new Quiescence(heed.admin(), settings.pipeline().applicationId(), clock).await(PROCESSED_WITHIN);
            line.say("Processed " + processed + " records.");
            var results = new Results(heed.servers(), settings.servers().serdes(), clock);
            var summary = new Summary(results.read(), hospitals, ZONE, END_OF_ONCE);
            line.say(summary::print);
            line.awaits("stopping");
            return 0;
        }
    }

    private RunningHeed start() throws InterruptedException {
        line.say("Starting Kafka, a schema registry, the pipeline and the page, all on this machine alone ...");
        return RunningHeed.start(settings, hospitals, NOTICE, http, clock, line::awaits);
    }

    private Player player(RunningHeed heed) {
        return new Player(
                new Simulation(seed, SimulatedHospital.all(), ZONE),
                heed.writer(),
                heed.pulses()::beat,
                Story.FIRST_DAY.atStartOfDay(ZONE).toInstant(),
                clock);
    }

    /** Sends what arrived before {@code end}: the simulated responses, and the published figures among them. */
    private Instant replay(RunningHeed heed, Player player, LocalDate end) throws InterruptedException {
        Instant endInstant = end.atStartOfDay(ZONE).toInstant();
        Instant published = LocalDate.of(2026, 4, 1).atStartOfDay(ZONE).toInstant();
        var expanded = new AtomicLong();
        line.awaits(() -> "replaying, " + (player.sent() + expanded.get()) + " responses");
        long simulated = player.playUntil(published);
        var figures = new PublishedImport(
                        new FftTrusts(),
                        heed.writer(),
                        code -> ZONE,
                        settings.pipeline().lateness(),
                        clock)
                .run(FftTrusts.shipped(), (acknowledged, total) -> expanded.set(acknowledged));
        simulated += player.playUntil(endInstant);
        line.say("Replayed " + figures.responses() + " responses that " + figures.hospitals()
                + " trusts' published figures of March 2026 count, and " + simulated + " of "
                + SimulatedHospital.all().size() + " invented hospitals since " + Story.FIRST_DAY + ".");
        return endInstant;
    }
}

package heed.app.server;

import heed.connectors.PulseWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Sends pulses at a steady pace for as long as it is open. */
final class Heartbeat implements AutoCloseable {

    /**
     * Short beside the hours that silences are counted in; 40 MB a year with four partitions, which are kept for ever.
     */
    private static final Duration EVERY = Duration.ofMinutes(5);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "heed-pulse");
        thread.setDaemon(true);
        return thread;
    });

    private Heartbeat() {}

    /** Sends the first pulse now. */
    static Heartbeat start(PulseWriter pulses, Clock clock) {
        var heartbeat = new Heartbeat();
        var unused = heartbeat.timer.scheduleAtFixedRate(
                () -> pulses.beat(clock.instant(), EVERY), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return heartbeat;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}

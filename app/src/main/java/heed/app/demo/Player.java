package heed.app.demo;

import heed.connectors.FeedbackWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Sends what the simulation says, at once or at a pace, and never anything from after the real now. */
final class Player {

    private static final long TICK_MS = 50;

    private final Simulation simulation;
    private final FeedbackWriter writer;
    private final Clock clock;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private long sent;

    Player(Simulation simulation, FeedbackWriter writer, Clock clock) {
        this.simulation = simulation;
        this.writer = writer;
        this.clock = clock;
    }

    /** Sends everything that arrives before {@code end}, as fast as it is taken; returns how much that was. */
    long playUntil(Instant end) {
        long before = sent;
        while (simulation.nextArrival().isBefore(end)) {
            send(simulation.next());
        }
        return sent - before;
    }

    /**
     * Lets simulated time pass from {@code begin} on until {@code stop}: at the pace until it has reached the real now,
     * with the real clock from then on.
     */
    void playLive(Instant begin, Pace pace, CountDownLatch stop) throws InterruptedException {
        Instant began = clock.instant();
        do {
            Instant now = clock.instant();
            Instant simulated = begin.plus(pace.simulated(Duration.between(began, now)));
            playUntil(simulated.isBefore(now) ? simulated : now);
        } while (!stop.await(TICK_MS, TimeUnit.MILLISECONDS));
    }

    private void send(Submission submission) {
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the demo's responses are not taken: " + failed.getMessage(), failed);
        }
        sent++;
        var unused = writer.write(submission.feedback(), submission.arrival()).whenComplete((done, notWritten) -> {
            if (notWritten != null) {
                failure.compareAndSet(null, notWritten);
            }
        });
    }
}

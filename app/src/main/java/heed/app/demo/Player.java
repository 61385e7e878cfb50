package heed.app.demo;

import heed.connectors.FeedbackWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends what the simulation says, at once or at a pace, and never anything from after the real now. Pulses tell by
 * simulated time that this is listening: they follow when everything before them is written, since days pass faster
 * here than Kafka answers.
 */
final class Player {

    private static final long TICK_MS = 50;
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration PULSE_EVERY = Duration.ofMinutes(30);

    private final Simulation simulation;
    private final FeedbackWriter writer;
    private final Beat beat;
    private final Clock clock;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<CompletableFuture<Void>> unwritten = new ArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private volatile Instant heardUntil;

    /** Says that everything which arrives at a time is heard, and when it will say so again. */
    @FunctionalInterface
    interface Beat {

        void beat(Instant at, Duration every);
    }

    /** Begins at {@code begin}, before anything that the simulation says. */
    Player(Simulation simulation, FeedbackWriter writer, Beat beat, Instant begin, Clock clock) {
        this.simulation = simulation;
        this.writer = writer;
        this.beat = beat;
        this.heardUntil = begin;
        this.clock = clock;
    }

    /** Sends everything that arrives before {@code end}, as fast as it is taken; returns how much that was. */
    long playUntil(Instant end) {
        long before = sent.get();
        for (Instant to = heardUntil.plus(A_DAY); to.isBefore(end); to = to.plus(A_DAY)) {
            playPart(to);
        }
        playPart(end);
        return sent.get() - before;
    }

    /** Returns how many were sent so far; on any thread. */
    long sent() {
        return sent.get();
    }

    /** Returns until when all was sent; on any thread. */
    Instant heardUntil() {
        return heardUntil;
    }

    /** Tells whether it has reached the real now, so that time passes here as it does anywhere; on any thread. */
    boolean hasCaughtUp() {
        return heardUntil.plus(PULSE_EVERY.multipliedBy(2)).isAfter(clock.instant());
    }

    private void playPart(Instant end) {
        while (simulation.nextArrival().isBefore(end)) {
            send(simulation.next());
        }
        if (!heardUntil.plus(PULSE_EVERY).isAfter(end)) {
            awaitWritten();
        }
        for (Instant next = heardUntil.plus(PULSE_EVERY); !next.isAfter(end); next = next.plus(PULSE_EVERY)) {
            beat.beat(next, PULSE_EVERY);
            heardUntil = next;
        }
    }

    /** What was not written is a failure of the next response that is sent. */
    private void awaitWritten() {
        CompletableFuture.allOf(unwritten.toArray(CompletableFuture[]::new))
                .exceptionally(failed -> null)
                .join();
        unwritten.clear();
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

    private void send(SimulatedArrival submission) {
        Throwable failed = failure.get();
        if (failed != null) {
            throw new IllegalStateException("the demo's responses are not taken: " + failed.getMessage(), failed);
        }
        sent.incrementAndGet();
        unwritten.add(writer.write(submission.feedback(), submission.arrival())
                .whenComplete((done, notWritten) -> {
                    if (notWritten != null) {
                        failure.compareAndSet(null, notWritten);
                    }
                })
                .toCompletableFuture());
    }
}

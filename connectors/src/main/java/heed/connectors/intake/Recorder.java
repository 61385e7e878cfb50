package heed.connectors.intake;

import heed.connectors.FeedbackWriter;
import heed.schemas.Feedback;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the responses of one request and waits until all are acknowledged, but no longer than a request may wait. */
final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final FeedbackWriter writer;
    private final Duration ackTimeout;

    Recorder(FeedbackWriter writer, Duration ackTimeout) {
        this.writer = writer;
        this.ackTimeout = ackTimeout;
    }

    /** What is known of the responses of a request. */
    enum Outcome {
        ALL_ACKNOWLEDGED,
        UNCERTAIN
    }

    /**
     * Returns what became of the responses. Writes no more of them once one has failed or time is up: with Kafka away
     * each write could block.
     */
    Outcome record(List<Feedback> feedback, Instant arrival) throws InterruptedException {
        var deadline =
                new CompletableFuture<Void>().completeOnTimeout(null, ackTimeout.toMillis(), TimeUnit.MILLISECONDS);
        List<CompletableFuture<Void>> written = new ArrayList<>();
        for (Feedback one : feedback) {
            CompletableFuture<Void> stage = writer.write(one, arrival).toCompletableFuture();
            written.add(stage);
            if (stage.isCompletedExceptionally() || deadline.isDone()) {
                break;
            }
        }
        var all = CompletableFuture.allOf(written.toArray(CompletableFuture<?>[]::new));
        try {
            CompletableFuture.anyOf(failure(written), all, deadline).get();
        } catch (ExecutionException e) {
            LOG.warn("responses not acknowledged responses={} cause={}", feedback.size(), rootOf(e));
            return Outcome.UNCERTAIN;
        }
        if (all.isDone() && written.size() == feedback.size()) {
            return Outcome.ALL_ACKNOWLEDGED;
        }
        LOG.warn("responses not acknowledged in time responses={} waited={}", feedback.size(), ackTimeout);
        return Outcome.UNCERTAIN;
    }

    /** Fails as soon as one of {@code written} fails, and else never completes. */
    private static CompletableFuture<Void> failure(List<CompletableFuture<Void>> written) {
        var failure = new CompletableFuture<Void>();
        for (CompletableFuture<Void> one : written) {
            var unused = one.whenComplete((done, thrown) -> {
                if (thrown != null) {
                    failure.completeExceptionally(thrown);
                }
            });
        }
        return failure;
    }

    private static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}

package heed.connectors.intake;

import heed.connectors.submission.Submission;
import heed.connectors.submission.WrittenWords;
import heed.connectors.words.SubmissionWriter;
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

    private final SubmissionWriter writer;
    private final Duration ackTimeout;
    private final IntakeObserver observer;

    Recorder(SubmissionWriter writer, Duration ackTimeout, IntakeObserver observer) {
        this.writer = writer;
        this.ackTimeout = ackTimeout;
        this.observer = observer;
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
    Outcome record(List<Submission> submissions, Instant arrival) throws InterruptedException {
        var deadline =
                new CompletableFuture<Void>().completeOnTimeout(null, ackTimeout.toMillis(), TimeUnit.MILLISECONDS);
        List<CompletableFuture<Void>> written = new ArrayList<>();
        for (Submission one : submissions) {
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
            LOG.warn("responses not acknowledged responses={} cause={}", submissions.size(), rootOf(e));
            return Outcome.UNCERTAIN;
        }
        if (all.isDone() && written.size() == submissions.size()) {
            submissions.forEach(one -> tell(one.words()));
            return Outcome.ALL_ACKNOWLEDGED;
        }
        LOG.warn("responses not acknowledged in time responses={} waited={}", submissions.size(), ackTimeout);
        return Outcome.UNCERTAIN;
    }

    private void tell(WrittenWords words) {
        words.comment().ifPresent(kept -> observer.commentKept(words.takenOut()));
        words.refusal().ifPresent(why -> observer.commentRefused());
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

package heed.connectors;

import heed.schemas.Feedback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;

/** Stands in for Kafka and keeps what was written; {@code stages} says what becomes of each write, counted from 0. */
public final class FakeWriter implements FeedbackWriter {

    private final IntFunction<CompletableFuture<Void>> stages;
    private final List<Feedback> feedback = new ArrayList<>();
    private final List<Instant> arrivals = new ArrayList<>();

    public FakeWriter(IntFunction<CompletableFuture<Void>> stages) {
        this.stages = stages;
    }

    public static FakeWriter acknowledging() {
        return new FakeWriter(n -> CompletableFuture.completedFuture(null));
    }

    public static FakeWriter neverAcknowledging() {
        return new FakeWriter(n -> new CompletableFuture<>());
    }

    public static FakeWriter failingFrom(int first) {
        return new FakeWriter(n -> n < first
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(new FeedbackNotWrittenException("broker away")));
    }

    @Override
    public synchronized CompletionStage<Void> write(Feedback one, Instant arrival) {
        feedback.add(one);
        arrivals.add(arrival);
        return stages.apply(feedback.size() - 1);
    }

    public synchronized List<Feedback> feedback() {
        return List.copyOf(feedback);
    }

    public synchronized List<Instant> arrivals() {
        return List.copyOf(arrivals);
    }
}

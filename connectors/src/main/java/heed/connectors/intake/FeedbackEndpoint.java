package heed.connectors.intake;

import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.ProgramKey;
import heed.schemas.http.BodyReader;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes {@code POST /feedback}: checks, records, answers.
 *
 * <p>Idempotent by {@code feedback_id}: the same submission sent again is written again, and the ledger calls it a
 * duplicate. So a client that got no answer sends again, with the ids it chose or was told, or with the same
 * {@code Idempotency-Key}.
 */
final class FeedbackEndpoint implements Handler {

    private static final List<String> PARAMETERS = List.of("source");

    private final RequestAdmission admission;
    private final BodyReader bodies;
    private final SubmissionReader submissions;
    private final Supplier<UUID> newIds;
    private final Recorder recorder;
    private final IntakeObserver observer;
    private final Clock clock;
    private final UsedKeys usedKeys = new UsedKeys();

    FeedbackEndpoint(
            RequestAdmission admission,
            BodyReader bodies,
            SubmissionReader submissions,
            Supplier<UUID> newIds,
            Recorder recorder,
            IntakeObserver observer,
            Clock clock) {
        this.admission = admission;
        this.bodies = bodies;
        this.submissions = submissions;
        this.newIds = newIds;
        this.recorder = recorder;
        this.observer = observer;
        this.clock = clock;
    }

    /**
     * Waits for the body without a thread: only a request that is there whole counts towards its client's rate, and
     * takes one of the places in work. Lines are taken as they come, in a place of their own.
     */
    @Override
    public void handle(Context ctx) {
        Optional<ProgramKey> key = admission.admit(ctx);
        if (MediaTypes.isLines(ctx)) {
            RequestReading reading = reading(ctx, key);
            admission.stream(ctx, () -> takeLines(ctx, reading));
            return;
        }
        if (!MediaTypes.isJson(ctx)) {
            throw new RefusedRequestException(Refusal.notJson());
        }
        RequestReading reading = reading(ctx, key);
        ctx.future(() -> bodies.read(ctx.req())
                .thenAccept(body -> admission.work(ctx, () -> take(ctx, reading, body)))
                .exceptionally(failure -> refuse(ctx, failure)));
    }

    private RequestReading reading(Context ctx, Optional<ProgramKey> key) {
        RequestReading.requireOnly(ctx, PARAMETERS);
        return RequestReading.of(ctx, key, submissions, newIds);
    }

    private void take(Context ctx, RequestReading reading, byte[] body) throws InterruptedException {
        reading.key().ifPresent(key -> usedKeys.requireUnusedOrSame(key, body));
        List<Submission> recorded = record(reading, body);
        observer.accepted(recorded.size());
        HttpReplies.accepted(ctx, recorded);
    }

    private List<Submission> record(RequestReading reading, byte[] body) throws InterruptedException {
        Instant arrival = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var problems = new Problems();
        reading.ids().readFrom(body);
        List<Submission> submitted = new FeedbackParser(reading.submissions()).parse(body, arrival, problems);
        if (reading.isBeyondKey()) {
            throw new RefusedRequestException(Refusal.notThisKeys(problems));
        }
        if (problems.count() > 0) {
            throw new RefusedRequestException(Refusal.invalid(problems));
        }
        reading.key().ifPresent(key -> usedKeys.use(key, body));
        if (recorder.record(submitted, arrival) == Recorder.Outcome.UNCERTAIN) {
            throw new RefusedRequestException(Refusal.notAcknowledged(HttpReplies.ids(submitted)));
        }
        return submitted;
    }

    private void takeLines(Context ctx, RequestReading reading) throws InterruptedException {
        var lines = new FeedbackLines(reading, recorder, clock);
        try {
            new BodyLines(ctx.req().getInputStream(), clock).readTo(lines);
            lines.end();
        } catch (BodyLines.TooSlowException e) {
            throw new RefusedRequestException(Refusal.linesTooSlow(lines.counts()));
        } catch (IOException e) {
            throw new RefusedRequestException(Refusal.linesBrokenOff(lines.counts()));
        } finally {
            if (lines.accepted() > 0) {
                observer.accepted(lines.accepted());
            }
        }
        if (lines.isRefused()) {
            throw new RefusedRequestException(Refusal.noLine(reading, lines.counts()));
        }
        HttpReplies.lines(ctx, lines.counts());
    }

    private @Nullable Void refuse(Context ctx, Throwable failure) {
        HttpReplies.refusedBody(ctx, observer, failure);
        return null;
    }
}

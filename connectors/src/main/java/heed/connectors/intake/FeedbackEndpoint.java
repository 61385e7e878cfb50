package heed.connectors.intake;

import heed.connectors.submission.Problems;
import heed.schemas.Feedback;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Takes {@code POST /feedback}: checks, records, answers.
 *
 * <p>Idempotent by {@code feedback_id}: the same submission sent again is written again, and the ledger calls it a
 * duplicate. So a client that got no answer sends again, with the ids it chose or was told.
 */
final class FeedbackEndpoint implements Handler {

    private final ClientBuckets clients;
    private final Semaphore inWork;
    private final BodyReader bodies;
    private final FeedbackParser parser;
    private final Recorder recorder;
    private final IntakeObserver observer;
    private final Clock clock;

    FeedbackEndpoint(
            ClientBuckets clients,
            Semaphore inWork,
            BodyReader bodies,
            FeedbackParser parser,
            Recorder recorder,
            IntakeObserver observer,
            Clock clock) {
        this.clients = clients;
        this.inWork = inWork;
        this.bodies = bodies;
        this.parser = parser;
        this.recorder = recorder;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public void handle(Context ctx) throws InterruptedException {
        try {
            List<Feedback> recorded = take(ctx);
            observer.accepted(recorded.size());
            HttpReplies.accepted(ctx, recorded);
        } catch (RefusedRequestException e) {
            observer.refused(e.refusal().status());
            HttpReplies.refused(ctx, e.refusal());
        }
    }

    private List<Feedback> take(Context ctx) throws InterruptedException {
        Duration wait = clients.take(ctx.ip());
        if (!wait.isZero()) {
            throw new RefusedRequestException(Refusal.tooManyFromClient(wait));
        }
        if (!isPlainJson(ctx)) {
            throw new RefusedRequestException(Refusal.notJson());
        }
        if (!inWork.tryAcquire()) {
            throw new RefusedRequestException(Refusal.tooManyInWork());
        }
        try {
            return record(bodies.read(ctx.bodyInputStream(), ctx.contentLength()));
        } finally {
            inWork.release();
        }
    }

    private List<Feedback> record(byte[] body) throws InterruptedException {
        Instant arrival = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var problems = new Problems();
        List<Feedback> feedback = parser.parse(body, arrival, problems);
        if (problems.count() > 0) {
            throw new RefusedRequestException(Refusal.invalid(problems));
        }
        if (recorder.record(feedback, arrival) == Recorder.Outcome.UNCERTAIN) {
            throw new RefusedRequestException(Refusal.notAcknowledged(HttpReplies.ids(feedback)));
        }
        return feedback;
    }

    private static boolean isPlainJson(Context ctx) {
        String type = Optional.ofNullable(ctx.contentType())
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        String encoding = Optional.ofNullable(ctx.header("Content-Encoding")).orElse("identity");
        return encoding.equalsIgnoreCase("identity")
                && (type.equals("application/json")
                        || type.equals("application/json;charset=utf-8")
                        || type.equals("application/json;charset=\"utf-8\""));
    }
}

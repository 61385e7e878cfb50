package heed.connectors.intake;

import heed.connectors.submission.Problems;
import heed.schemas.Feedback;
import heed.schemas.ProgramKey;
import heed.schemas.http.BodyException;
import heed.schemas.http.BodyReader;
import heed.schemas.http.ClientAddress;
import heed.schemas.http.ClientShares;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Takes {@code POST /feedback}: checks, records, answers.
 *
 * <p>Idempotent by {@code feedback_id}: the same submission sent again is written again, and the ledger calls it a
 * duplicate. So a client that got no answer sends again, with the ids it chose or was told.
 */
final class FeedbackEndpoint implements Handler {

    private final ClientBuckets clients;
    private final ClientShares inWork;
    private final Gate gate;
    private final BodyReader bodies;
    private final FeedbackParser parser;
    private final Recorder recorder;
    private final IntakeObserver observer;
    private final Clock clock;

    FeedbackEndpoint(
            ClientBuckets clients,
            ClientShares inWork,
            Gate gate,
            BodyReader bodies,
            FeedbackParser parser,
            Recorder recorder,
            IntakeObserver observer,
            Clock clock) {
        this.clients = clients;
        this.inWork = inWork;
        this.gate = gate;
        this.bodies = bodies;
        this.parser = parser;
        this.recorder = recorder;
        this.observer = observer;
        this.clock = clock;
    }

    /**
     * Waits for the body without a thread: only a request that is there whole counts towards its client's rate, and
     * takes one of the places in work.
     */
    @Override
    public void handle(Context ctx) {
        try {
            Optional<ProgramKey> key = admit(ctx);
            ctx.future(() -> bodies.read(ctx.req())
                    .thenAccept(body -> take(ctx, key, body))
                    .exceptionally(failure -> refuse(ctx, failure)));
        } catch (RefusedRequestException e) {
            refuse(ctx, e.refusal());
        }
    }

    private Optional<ProgramKey> admit(Context ctx) {
        Duration wait = clients.ask(ctx.ip());
        if (!wait.isZero()) {
            throw new RefusedRequestException(Refusal.tooManyFromClient(wait));
        }
        Optional<ProgramKey> key = gate.admit(ctx.header("Authorization"));
        if (!isPlainJson(ctx)) {
            throw new RefusedRequestException(Refusal.notJson());
        }
        return key;
    }

    private void take(Context ctx, Optional<ProgramKey> key, byte[] body) {
        String client = ClientAddress.clientOf(ctx.ip());
        Duration wait = clients.take(ctx.ip());
        if (!wait.isZero()) {
            throw new RefusedRequestException(Refusal.tooManyFromClient(wait));
        }
        if (!inWork.take(client, 1)) {
            throw new RefusedRequestException(Refusal.tooManyInWork());
        }
        try {
            List<Feedback> recorded = record(key, body);
            observer.accepted(recorded.size());
            HttpReplies.accepted(ctx, recorded);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while responses were being recorded", e);
        } finally {
            inWork.giveBack(client, 1);
        }
    }

    private @Nullable Void refuse(Context ctx, Throwable failure) {
        Throwable cause = BodyException.causeOf(failure);
        if (cause instanceof RefusedRequestException refused) {
            refuse(ctx, refused.refusal());
        } else if (cause instanceof BodyException body) {
            refuse(ctx, Refusal.of(body.kind()));
        } else {
            throw new CompletionException(cause);
        }
        return null;
    }

    private void refuse(Context ctx, Refusal refusal) {
        observer.refused(refusal.status());
        HttpReplies.refused(ctx, refusal);
    }

    private List<Feedback> record(Optional<ProgramKey> key, byte[] body) throws InterruptedException {
        Instant arrival = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var problems = new Problems();
        Optional<KeyReach> reach = key.map(KeyReach::new);
        List<Feedback> feedback = reach.isPresent()
                ? parser.parse(body, arrival, reach.get(), problems)
                : parser.parse(body, arrival, problems);
        if (reach.filter(KeyReach::isExceeded).isPresent()) {
            throw new RefusedRequestException(Refusal.notThisKeys(problems));
        }
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

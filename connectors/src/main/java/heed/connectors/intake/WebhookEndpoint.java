package heed.connectors.intake;

import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.connectors.webhook.SeenDeliveries;
import heed.connectors.webhook.SignatureVerdict;
import heed.connectors.webhook.Webhook;
import heed.connectors.webhook.Webhooks;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.http.BodyReader;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes {@code POST /webhooks/{source}}: deliveries of vendors, known by their signatures, so that no key is asked for.
 * A delivery that comes again is recorded again, and the ledger calls it a duplicate.
 */
final class WebhookEndpoint implements Handler {

    private final Webhooks webhooks;
    private final RequestAdmission admission;
    private final BodyReader bodies;
    private final SubmissionReader submissions;
    private final HospitalDirectory hospitals;
    private final Recorder recorder;
    private final IntakeObserver observer;
    private final Clock clock;
    private final SeenDeliveries seen = new SeenDeliveries();

    WebhookEndpoint(
            Webhooks webhooks,
            RequestAdmission admission,
            BodyReader bodies,
            SubmissionReader submissions,
            HospitalDirectory hospitals,
            Recorder recorder,
            IntakeObserver observer,
            Clock clock) {
        this.webhooks = webhooks;
        this.admission = admission;
        this.bodies = bodies;
        this.submissions = submissions;
        this.hospitals = hospitals;
        this.recorder = recorder;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public void handle(Context ctx) {
        admission.ask(ctx);
        Webhook webhook = webhooks.byName(ctx.pathParam("source"))
                .orElseThrow(() -> new RefusedRequestException(Refusal.noWebhook()));
        ctx.future(() -> bodies.read(ctx.req())
                .thenAccept(body -> admission.work(ctx, () -> take(ctx, webhook, body)))
                .exceptionally(failure -> refuse(ctx, failure)));
    }

    private void take(Context ctx, Webhook webhook, byte[] body) throws InterruptedException {
        Instant arrival = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        SignatureVerdict verdict = webhook.judge(ctx::header, body, arrival);
        switch (verdict.kind()) {
            case FOREIGN -> throw new RefusedRequestException(Refusal.notSigned());
            case OTHER_TIME -> throw new RefusedRequestException(Refusal.signedAtOtherTime());
            case GENUINE -> {}
        }
        if (seen.has(webhook.name(), verdict)) {
            throw new RefusedRequestException(Refusal.deliveredBefore());
        }
        var problems = new Problems();
        List<Submission> submitted = webhook.read(body, submissions, hospitals, arrival, problems);
        if (problems.count() > 0) {
            throw new RefusedRequestException(Refusal.invalid(problems));
        }
        if (recorder.record(submitted, arrival) == Recorder.Outcome.UNCERTAIN) {
            throw new RefusedRequestException(Refusal.notAcknowledged(HttpReplies.ids(submitted)));
        }
        seen.add(webhook.name(), verdict);
        observer.accepted(submitted.size());
        HttpReplies.delivered(ctx, submitted);
    }

    private @Nullable Void refuse(Context ctx, Throwable failure) {
        HttpReplies.refusedBody(ctx, observer, failure);
        return null;
    }
}

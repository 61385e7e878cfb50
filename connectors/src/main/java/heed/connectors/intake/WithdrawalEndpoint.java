package heed.connectors.intake;

import heed.connectors.json.JsonPath;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.connectors.submission.Submitted;
import heed.schemas.ProgramKey;
import heed.schemas.questionnaire.Questionnaire;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes {@code DELETE /feedback/{id}?hospital=H1}: the response is withdrawn, whatever revision it has, and for good.
 * The hospital is asked for because its log is where the response stands.
 */
final class WithdrawalEndpoint implements Handler {

    private static final List<String> PARAMETERS = List.of("hospital", "questionnaire", "source");

    private final RequestAdmission admission;
    private final SubmissionReader submissions;
    private final Questionnaire otherwise;
    private final Recorder recorder;
    private final IntakeObserver observer;
    private final Clock clock;

    /**
     * Takes withdrawals.
     *
     * @param otherwise what a withdrawal is of that does not say; it decides nothing
     */
    WithdrawalEndpoint(
            RequestAdmission admission,
            SubmissionReader submissions,
            Questionnaire otherwise,
            Recorder recorder,
            IntakeObserver observer,
            Clock clock) {
        this.admission = admission;
        this.submissions = submissions;
        this.otherwise = otherwise;
        this.recorder = recorder;
        this.observer = observer;
        this.clock = clock;
    }

    @Override
    public void handle(Context ctx) {
        Optional<ProgramKey> key = admission.admit(ctx);
        RequestReading.requireOnly(ctx, PARAMETERS);
        RequestReading reading = RequestReading.of(ctx, key, submissions, () -> new UUID(0, 0));
        admission.work(ctx, () -> withdraw(ctx, reading));
    }

    private void withdraw(Context ctx, RequestReading reading) throws InterruptedException {
        Instant arrival = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Map<String, Submitted> fields = new LinkedHashMap<>();
        fields.put("feedback_id", new Submitted.Text(ctx.pathParam("id")));
        fields.put("withdrawn", new Submitted.Truth(true));
        fields.put("given_at", new Submitted.Text(arrival.toString()));
        put(fields, "hospital", Optional.ofNullable(ctx.queryParam("hospital")));
        put(
                fields,
                "questionnaire",
                Optional.of(Optional.ofNullable(ctx.queryParam("questionnaire")).orElse(otherwise.id())));
        var problems = new Problems();
        Optional<Submission> withdrawal =
                reading.submissions().read(JsonPath.ROOT, new Submitted.Fields(fields), arrival, problems);
        if (reading.isBeyondKey()) {
            throw new RefusedRequestException(Refusal.notThisKeys(problems));
        }
        List<Submission> one =
                List.of(withdrawal.orElseThrow(() -> new RefusedRequestException(Refusal.invalid(problems))));
        if (recorder.record(one, arrival) == Recorder.Outcome.UNCERTAIN) {
            throw new RefusedRequestException(Refusal.notAcknowledged(HttpReplies.ids(one)));
        }
        observer.accepted(1);
        HttpReplies.accepted(ctx, one);
    }

    private static void put(Map<String, Submitted> fields, String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, new Submitted.Text(text)));
    }
}

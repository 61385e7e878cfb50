package heed.connectors.intake;

import heed.connectors.fhir.FhirReader;
import heed.connectors.fhir.Issue;
import heed.connectors.fhir.ReadBundle;
import heed.connectors.fhir.ReadResponse;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.ProgramKey;
import heed.schemas.http.BodyReader;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes responses as FHIR R4 has them: {@code POST /fhir/QuestionnaireResponse}, {@code PUT} of one with its id, and
 * {@code POST /fhir} for Bundles of them. A transaction is checked as a whole before anything of it is written.
 */
final class FhirEndpoint {

    private static final List<String> PARAMETERS = List.of("_format");
    private static final List<String> CONDITIONS = List.of("If-None-Exist", "If-Match", "If-None-Match");

    private final Optional<FhirReader> reader;
    private final RequestAdmission admission;
    private final BodyReader bodies;
    private final SubmissionReader submissions;
    private final Recorder recorder;
    private final IntakeObserver observer;
    private final Clock clock;
    private final FhirCapability capability;

    /** Takes nothing where {@code reader} is nothing: then there is no server of FHIR here. */
    FhirEndpoint(
            Optional<FhirReader> reader,
            RequestAdmission admission,
            BodyReader bodies,
            SubmissionReader submissions,
            Recorder recorder,
            IntakeParts parts) {
        this.reader = reader;
        this.admission = admission;
        this.bodies = bodies;
        this.submissions = submissions;
        this.recorder = recorder;
        this.observer = parts.observer();
        this.clock = parts.clock();
        this.capability = new FhirCapability(
                parts.programs().isPresent() ? FhirCapability.KeyUse.ASKED : FhirCapability.KeyUse.NOT_ASKED,
                clock.instant());
    }

    void addTo(RoutesConfig routes) {
        routes.post(FhirReplies.BASE, this::bundle);
        routes.post(FhirReplies.RESPONSES, ctx -> response(ctx, Optional.empty()));
        routes.put(FhirReplies.RESPONSES + "/{id}", ctx -> response(ctx, Optional.of(ctx.pathParam("id"))));
        routes.get(FhirReplies.METADATA, this::metadata);
    }

    /** Does what a body asks for. */
    private interface Taker {
        void take(FhirReader known, Optional<ProgramKey> key, byte[] body) throws InterruptedException;
    }

    private void metadata(Context ctx) {
        admission.ask(ctx);
        served();
        requireAcceptable(ctx);
        FhirReplies.capability(ctx, capability.statement());
    }

    private void response(Context ctx, Optional<String> id) {
        receive(ctx, (known, key, body) -> takeResponse(ctx, known, key, id, body));
    }

    private void bundle(Context ctx) {
        receive(ctx, (known, key, body) -> takeBundle(ctx, known, key, body));
    }

    private void receive(Context ctx, Taker taker) {
        Optional<ProgramKey> key = admission.admit(ctx);
        FhirReader known = served();
        if (!MediaTypes.isFhir(ctx)) {
            throw new RefusedRequestException(Refusal.notFhirJson());
        }
        requireAcceptable(ctx);
        RequestReading.requireOnly(ctx, PARAMETERS);
        if (CONDITIONS.stream().anyMatch(name -> ctx.header(name) != null)) {
            throw new RefusedRequestException(Refusal.conditional());
        }
        ctx.future(() -> bodies.read(ctx.req())
                .thenAccept(body -> admission.work(ctx, () -> taker.take(known, key, body)))
                .exceptionally(failure -> refuse(ctx, failure)));
    }

    private FhirReader served() {
        return reader.orElseThrow(() -> new RefusedRequestException(Refusal.noFhir()));
    }

    private static void requireAcceptable(Context ctx) {
        if (!MediaTypes.mayAnswerInFhirJson(ctx)) {
            throw new RefusedRequestException(Refusal.onlyJson());
        }
    }

    private Instant arrival() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void takeResponse(Context ctx, FhirReader known, Optional<ProgramKey> key, Optional<String> id, byte[] body)
            throws InterruptedException {
        Instant arrival = arrival();
        RequestReading reading = reading(ctx, key);
        ReadResponse read = known.response(body, id, reading.submissions(), arrival);
        if (read.isRefused()) {
            refuse(ctx, status(read, reading), read.issues());
            return;
        }
        record(read.submission().stream().toList(), arrival);
        FhirReplies.taken(ctx, status(read), read);
    }

    private void takeBundle(Context ctx, FhirReader known, Optional<ProgramKey> key, byte[] body)
            throws InterruptedException {
        Instant arrival = arrival();
        List<RequestReading> readings = new ArrayList<>();
        ReadBundle read = known.bundle(
                body,
                number -> {
                    while (readings.size() <= number) {
                        readings.add(reading(ctx, key));
                    }
                    return readings.get(number).submissions();
                },
                arrival);
        if (!read.issues().isEmpty()) {
            refuse(ctx, 400, read.issues());
            return;
        }
        List<FhirReplies.Entry> entries = new ArrayList<>();
        for (ReadResponse entry : read.entries()) {
            int number = entries.size();
            entries.add(new FhirReplies.Entry(
                    entry, number < readings.size() ? status(entry, readings.get(number)) : status(entry)));
        }
        if (read.kind() == ReadBundle.Kind.TRANSACTION && isRefused(ctx, read, entries)) {
            return;
        }
        List<Submission> submitted = entries.stream()
                .flatMap(entry -> entry.read().submission().stream())
                .toList();
        record(submitted, arrival);
        FhirReplies.bundle(ctx, read.kind(), entries);
    }

    /** Refuses a transaction for any of its entries. */
    private boolean isRefused(Context ctx, ReadBundle read, List<FhirReplies.Entry> entries) {
        Optional<FhirReplies.Entry> refused =
                entries.stream().filter(entry -> entry.read().isRefused()).findFirst();
        refused.ifPresent(first -> refuse(ctx, first.status(), read.issuesOfEntries()));
        return refused.isPresent();
    }

    private RequestReading reading(Context ctx, Optional<ProgramKey> key) {
        return RequestReading.of(ctx, key, submissions, () -> {
            throw new IllegalStateException("every mapping has an id");
        });
    }

    private static int status(ReadResponse read, RequestReading reading) {
        return read.isRefused() && reading.isBeyondKey() ? 403 : status(read);
    }

    private static int status(ReadResponse read) {
        return switch (read.kind()) {
            case CREATED -> 201;
            case UPDATED, LEFT_OUT, CARRIED -> 200;
            case MALFORMED -> 400;
            case REFUSED -> 422;
        };
    }

    private void record(List<Submission> submitted, Instant arrival) throws InterruptedException {
        if (submitted.isEmpty()) {
            return;
        }
        if (recorder.record(submitted, arrival) == Recorder.Outcome.UNCERTAIN) {
            throw new RefusedRequestException(Refusal.notAcknowledged(HttpReplies.ids(submitted)));
        }
        observer.accepted(submitted.size());
    }

    private void refuse(Context ctx, int status, List<Issue> issues) {
        observer.refused(status);
        FhirReplies.refused(ctx, status, issues);
    }

    private @Nullable Void refuse(Context ctx, Throwable failure) {
        HttpReplies.refusedBody(ctx, observer, failure);
        return null;
    }
}

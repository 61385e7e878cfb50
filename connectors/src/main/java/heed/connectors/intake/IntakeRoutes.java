package heed.connectors.intake;

import heed.connectors.fhir.FhirReader;
import heed.connectors.submission.HospitalSpellings;
import heed.connectors.submission.SubmissionReader;
import heed.schemas.http.BodyReader;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

/** Holds what the intake answers, and at which addresses. {@code openapi.yaml} describes them. */
final class IntakeRoutes {

    static final String FEEDBACK = "/feedback";
    static final String WEBHOOKS = "/webhooks";
    static final String DESCRIPTION = "/openapi.yaml";

    private static final Duration LONGEST_BODY = Duration.ofSeconds(30);

    /** How many hospitals that no file lists are known by their spelling. */
    private static final int MOST_SPELLINGS = 10_000;

    private final FeedbackEndpoint feedback;
    private final WithdrawalEndpoint withdrawal;
    private final WebhookEndpoint webhooks;
    private final FhirEndpoint fhir;
    private final Optional<FormEndpoint> form;

    IntakeRoutes(IntakeConfig config, IntakeParts parts) {
        var admission = new RequestAdmission(
                new ClientBuckets(config.clientRate(), config.clientBurst(), parts.clock()),
                config.maxInFlight(),
                new Gate(parts.programs()));
        var bodies = new BodyReader(IntakeServer.MOST_BYTES, LONGEST_BODY, config.maxInFlight());
        SubmissionReader submissions = new SubmissionReader(
                        parts.questionnaires(), config.lateness(), parts.newIds(), parts.senders())
                .spelt(new HospitalSpellings(parts.hospitals(), MOST_SPELLINGS))
                .withComments(parts.comments());
        var recorder = new Recorder(parts.writer(), config.ackTimeout(), parts.observer());
        this.feedback = new FeedbackEndpoint(
                admission, bodies, submissions, parts.newIds(), recorder, parts.observer(), parts.clock());
        this.withdrawal = new WithdrawalEndpoint(
                admission, submissions, parts.questionnaires().all().get(0), recorder, parts.observer(), parts.clock());
        this.webhooks = new WebhookEndpoint(
                parts.webhooks(),
                admission,
                bodies,
                submissions,
                parts.hospitals(),
                recorder,
                parts.observer(),
                parts.clock());
        this.fhir = new FhirEndpoint(
                parts.fhir().count() == 0
                        ? Optional.empty()
                        : Optional.of(new FhirReader(parts.fhir(), parts.hospitals())),
                admission,
                bodies,
                submissions,
                recorder,
                parts);
        this.form = parts.forms().map(each -> new FormEndpoint(each, parts, admission, bodies, submissions, recorder));
    }

    void addTo(RoutesConfig routes) {
        routes.post(FEEDBACK, feedback);
        routes.delete(FEEDBACK + "/{id}", withdrawal);
        routes.post(WEBHOOKS + "/{source}", webhooks);
        fhir.addTo(routes);
        form.ifPresent(each -> each.addTo(routes));
        routes.get(DESCRIPTION, IntakeRoutes::describe);
    }

    private static void describe(Context ctx) throws IOException {
        try (InputStream in = IntakeRoutes.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource openapi.yaml");
            }
            ctx.header("Cache-Control", "no-cache")
                    .contentType("application/yaml")
                    .result(in.readAllBytes());
        }
    }
}

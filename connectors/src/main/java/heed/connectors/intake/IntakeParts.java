package heed.connectors.intake;

import heed.connectors.fhir.FhirMappings;
import heed.connectors.form.Forms;
import heed.connectors.submission.CommentReader;
import heed.connectors.webhook.Webhooks;
import heed.connectors.words.SubmissionWriter;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.program.Programs;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Holds what the intake stands on.
 *
 * @param hospitals says how their codes are spelt
 * @param senders tells by their codes which hospitals may send
 * @param comments reads what patients wrote beside their answers
 * @param programs knows the keys of senders; nothing where nobody is asked for one
 * @param webhooks vendors whose deliveries are taken
 * @param fhir questionnaires whose responses are taken as FHIR has them; none where there is no server of FHIR
 * @param forms what patients answer in a browser; nothing where there is no form
 * @param clock what {@code given_at} is judged by, and the source of arrival times
 * @param newIds makes the {@code feedback_id} of a submission that has none
 */
public record IntakeParts(
        Questionnaires questionnaires,
        HospitalDirectory hospitals,
        Predicate<String> senders,
        SubmissionWriter writer,
        CommentReader comments,
        IntakeObserver observer,
        Optional<Programs> programs,
        Webhooks webhooks,
        FhirMappings fhir,
        Optional<Forms> forms,
        Clock clock,
        Supplier<UUID> newIds) {}

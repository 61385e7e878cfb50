package heed.app.settings;

import heed.connectors.fhir.FhirMappings;
import heed.connectors.webhook.Webhooks;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.watch.WatchRules;

/**
 * What Heed runs with: the settings, and what they name.
 *
 * @param budget false alarms that each hospital, unit and measure is held to
 * @param webhooks vendors whose deliveries the intake takes
 * @param fhir questionnaires whose FHIR responses the intake takes
 */
public record Installation(
        Settings settings,
        HospitalDirectory hospitals,
        Questionnaires questionnaires,
        WatchRules budget,
        Webhooks webhooks,
        FhirMappings fhir) {

    /**
     * Reads what the settings name, for the hospitals of a directory.
     *
     * @throws SettingsException and {@link heed.schemas.questionnaire.QuestionnaireException}, and
     *     {@link heed.schemas.yaml.FileProblemsException}, with what is wrong: Heed does not start then
     */
    public static Installation of(Settings settings, HospitalDirectory hospitals) {
        Questionnaires questionnaires = ConfiguredQuestionnaires.read(settings.questionnaires());
        return new Installation(
                settings,
                hospitals,
                questionnaires,
                ConfiguredBudget.of(settings.watch(), hospitals, questionnaires),
                ConfiguredWebhooks.read(settings.intake(), questionnaires),
                ConfiguredFhir.read(settings.intake().fhir(), questionnaires));
    }
}

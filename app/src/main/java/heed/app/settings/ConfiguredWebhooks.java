package heed.app.settings;

import heed.connectors.webhook.Webhooks;
import heed.schemas.questionnaire.Questionnaires;

/** Finds the vendors whose deliveries the intake takes. */
public final class ConfiguredWebhooks {

    private ConfiguredWebhooks() {}

    /**
     * Reads them.
     *
     * @param intake what the settings say of the file and of secrets that are not in it
     * @throws heed.schemas.yaml.FileProblemsException with everything that is wrong with the file and what it names:
     *     Heed does not start then
     */
    public static Webhooks read(Settings.Intake intake, Questionnaires questionnaires) {
        return intake.webhooks()
                .map(file -> Webhooks.read(file, intake.webhookSecrets(), questionnaires))
                .orElseGet(Webhooks::none);
    }
}

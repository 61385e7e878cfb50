package heed.app.settings;

import heed.connectors.webhook.Webhooks;
import heed.schemas.questionnaire.Questionnaires;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the vendors whose deliveries the intake takes. */
public final class ConfiguredWebhooks {

    private ConfiguredWebhooks() {}

    /**
     * Reads them.
     *
     * @param file the setting {@code intake.webhooks}
     * @throws heed.connectors.webhook.WebhooksException with everything that is wrong with the file and what it names:
     *     Heed does not start then
     */
    public static Webhooks read(Optional<Path> file, Questionnaires questionnaires) {
        return file.map(each -> Webhooks.read(each, questionnaires)).orElseGet(Webhooks::none);
    }
}

package heed.app.doctor;

import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.ConfiguredWebhooks;
import heed.app.settings.Settings;
import heed.schemas.questionnaire.QuestionnaireException;
import heed.schemas.yaml.FileProblemsException;
import java.util.List;

/** Reads the file of webhooks with what it names, and says what is wrong; nothing where there is none. */
final class WebhooksCheck {

    private final Settings settings;

    WebhooksCheck(Settings settings) {
        this.settings = settings;
    }

    List<Finding> run() {
        if (settings.intake().webhooks().isEmpty()) {
            return List.of();
        }
        try {
            int count = ConfiguredWebhooks.read(
                            settings.intake(), ConfiguredQuestionnaires.read(settings.questionnaires()))
                    .count();
            return List.of(Finding.ok("webhooks whose mappings and secrets are readable: " + count));
        } catch (FileProblemsException e) {
            return e.problems().stream()
                    .map(problem -> Finding.problem(problem, "Mend the file that intake.webhooks names"))
                    .toList();
        } catch (QuestionnaireException e) {
            return List.of(); // Said already of the questionnaires.
        }
    }
}

package heed.app.doctor;

import heed.app.settings.ConfiguredFhir;
import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Settings;
import heed.schemas.questionnaire.QuestionnaireException;
import heed.schemas.yaml.FileProblemsException;
import java.util.List;

/**
 * Reads the file of questionnaires whose FHIR responses are taken with what it names, and says what is wrong; nothing
 * where there is none.
 */
final class FhirCheck {

    private final Settings settings;

    FhirCheck(Settings settings) {
        this.settings = settings;
    }

    List<Finding> run() {
        if (settings.intake().fhir().isEmpty()) {
            return List.of();
        }
        try {
            int count = ConfiguredFhir.read(
                            settings.intake().fhir(), ConfiguredQuestionnaires.read(settings.questionnaires()))
                    .count();
            return List.of(Finding.ok(
                    "questionnaires whose FHIR responses are taken, with mappings that are readable: " + count));
        } catch (FileProblemsException e) {
            return e.problems().stream()
                    .map(problem -> Finding.problem(problem, "Mend the file that intake.fhir names"))
                    .toList();
        } catch (QuestionnaireException e) {
            return List.of(); // Said already of the questionnaires.
        }
    }
}

package heed.app.doctor;

import heed.app.settings.ConfiguredQuestionnaires;
import heed.app.settings.Settings;
import heed.connectors.notify.NoticeRoute;
import heed.connectors.notify.routes.RoutesReader;
import heed.schemas.questionnaire.QuestionnaireException;
import heed.schemas.yaml.FileProblemsException;
import java.time.Clock;
import java.util.List;

/** Looks whether it is clear who is told of changes; sends nothing. */
final class RoutesCheck {

    private final Settings settings;
    private final Clock clock;

    RoutesCheck(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Returns nothing where nobody is to be told. */
    List<Finding> run() {
        if (settings.routes().isEmpty()) {
            return List.of();
        }
        try {
            List<NoticeRoute> routes = RoutesReader.read(
                    settings.routes().get(), ConfiguredQuestionnaires.read(settings.questionnaires()), clock);
            return routes.stream()
                    .map(route -> Finding.ok("route " + route.name() + " tells "
                            + route.receiver().where()))
                    .toList();
        } catch (FileProblemsException e) {
            return e.problems().stream()
                    .map(problem -> Finding.problem(problem, "Mend the file that notify.routes names"))
                    .toList();
        } catch (QuestionnaireException e) {
            return List.of(); // Said already of the questionnaires.
        }
    }
}

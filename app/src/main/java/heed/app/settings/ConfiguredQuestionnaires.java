package heed.app.settings;

import heed.schemas.questionnaire.Questionnaires;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the questionnaires of an installation: those that come with Heed, and those of its own directory. */
public final class ConfiguredQuestionnaires {

    private ConfiguredQuestionnaires() {}

    /**
     * Reads them all.
     *
     * @param directory the setting {@code questionnaires}
     * @throws heed.schemas.questionnaire.QuestionnaireException with everything that is wrong with any of them: Heed
     *     does not start then
     */
    public static Questionnaires read(Optional<Path> directory) {
        Questionnaires shipped = Questionnaires.shipped();
        return directory.map(shipped::andIn).orElse(shipped);
    }
}

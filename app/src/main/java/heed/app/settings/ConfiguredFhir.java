package heed.app.settings;

import heed.connectors.fhir.FhirMappings;
import heed.schemas.questionnaire.Questionnaires;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the questionnaires whose FHIR responses the intake takes. */
public final class ConfiguredFhir {

    private ConfiguredFhir() {}

    /**
     * Reads them.
     *
     * @param file the setting {@code intake.fhir}
     * @throws heed.schemas.yaml.FileProblemsException with everything that is wrong with the file and what it names:
     *     Heed does not start then
     */
    public static FhirMappings read(Optional<Path> file, Questionnaires questionnaires) {
        return file.map(each -> FhirMappings.read(each, questionnaires)).orElseGet(FhirMappings::none);
    }
}

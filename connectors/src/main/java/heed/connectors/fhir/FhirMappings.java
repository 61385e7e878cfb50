package heed.connectors.fhir;

import heed.connectors.mapping.Mapping;
import heed.connectors.mapping.NamedMappings;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.yaml.FileProblemsException;
import heed.schemas.yaml.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds which questionnaires' responses are taken, by canonical URL with version, each with its mapping. */
public final class FhirMappings {

    private final Map<String, Mapping> byCanonical;
    private @Nullable R4Definitions definitions;

    private FhirMappings(Map<String, Mapping> byCanonical) {
        this.byCanonical = Map.copyOf(byCanonical);
    }

    /** Returns that none are taken. */
    public static FhirMappings none() {
        return new FhirMappings(Map.of());
    }

    /**
     * Reads the file that says which are taken, with the mappings that it names.
     *
     * @throws FileProblemsException with everything that is wrong
     */
    public static FhirMappings read(Path file, Questionnaires questionnaires) {
        List<String> problems = new ArrayList<>();
        var yaml = new YamlFile(file.toString(), problems);
        var mappings = new NamedMappings(file, yaml, problems, questionnaires);
        Map<String, Mapping> byCanonical = new LinkedHashMap<>();
        mappings.text(file, 1).ifPresent(text -> {
            YamlFile.Table root = yaml.parse(text);
            for (String canonical : root.keys()) {
                if (!isCanonical(canonical)) {
                    yaml.problem(
                            root.line(canonical),
                            "a questionnaire is its URL with its version, as https://forms.example/fft|2");
                }
                YamlFile.Text named = root.text(canonical);
                mappings.read(named).ifPresent(mapping -> {
                    mapping.columns().stream()
                            .filter(column -> ResponseColumn.of(column).isEmpty())
                            .forEach(column -> yaml.problem(
                                    named.line(),
                                    named.value() + ": '" + column + "' is nothing of a QuestionnaireResponse; "
                                            + ResponseColumn.ALLOWED));
                    byCanonical.put(canonical, mapping);
                });
            }
        });
        if (!problems.isEmpty()) {
            throw new FileProblemsException(problems);
        }
        return new FhirMappings(byCanonical);
    }

    /** A version may be missing where responses say none. */
    private static boolean isCanonical(String text) {
        return text.matches("[a-z][a-z0-9+.-]*:[^\\s|#]+(\\|[^\\s|#]+)?");
    }

    /** Returns the mapping of a questionnaire, by what a response calls it and nothing like it. */
    Optional<Mapping> byCanonical(String canonical) {
        return Optional.ofNullable(byCanonical.get(canonical));
    }

    /** Returns the standard's definitions, which begin to load when they are first asked for. */
    synchronized R4Definitions definitions() {
        R4Definitions known = definitions;
        if (known == null) {
            known = R4Definitions.loading();
            definitions = known;
        }
        return known;
    }

    /** Returns how many there are. */
    public int count() {
        return byCanonical.size();
    }
}

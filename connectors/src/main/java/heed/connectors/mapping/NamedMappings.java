package heed.connectors.mapping;

import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.yaml.FileProblemsException;
import heed.schemas.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the mappings that another file names, by paths that are seen from it, for responses that come in one by one.
 */
public final class NamedMappings {

    private final Path directory;
    private final YamlFile yaml;
    private final List<String> problems;
    private final Questionnaires questionnaires;

    /**
     * Prepares to read what {@code file} names.
     *
     * @param yaml that file, for problems of its lines
     * @param problems is told of the problems of mappings
     */
    public NamedMappings(Path file, YamlFile yaml, List<String> problems, Questionnaires questionnaires) {
        this.directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        this.yaml = yaml;
        this.problems = problems;
        this.questionnaires = questionnaires;
    }

    /** Returns the mapping of a name; nothing where something was reported. */
    public Optional<Mapping> read(YamlFile.Text named) {
        if (named.value().isEmpty()) {
            return Optional.empty();
        }
        Path file = directory.resolve(named.value());
        return text(file, named.line()).flatMap(text -> {
            try {
                return Optional.of(MappingReader.read(file.toString(), text, questionnaires))
                        .filter(mapping -> hasId(mapping, named));
            } catch (FileProblemsException e) {
                problems.addAll(List.of(String.valueOf(e.getMessage()).split("\n", -1)));
                return Optional.empty();
            }
        });
    }

    /** Without an id a response that comes again would count again. */
    private boolean hasId(Mapping mapping, YamlFile.Text named) {
        if (mapping.id().isEmpty()) {
            yaml.problem(named.line(), "the mapping says no id, by which a delivery that comes again is known");
        }
        return mapping.id().isPresent();
    }

    /** Returns the text of the file of a name; nothing where it can't be read, which is reported of {@code line}. */
    public Optional<String> text(String name, int line) {
        return text(directory.resolve(name), line);
    }

    /** Returns the text of a file; nothing where it can't be read, which is reported of {@code line}. */
    public Optional<String> text(Path file, int line) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            yaml.problem(line, "cannot read " + file + ": " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}

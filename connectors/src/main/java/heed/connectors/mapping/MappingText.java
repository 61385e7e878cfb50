package heed.connectors.mapping;

import heed.schemas.name.NearestName;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.yaml.FileProblemsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds a mapping by what a person writes: a file, or the name of one that comes with Heed. */
public final class MappingText {

    private static final long LONGEST = 256 * 1024L;

    private MappingText() {}

    /**
     * Reads the mapping.
     *
     * @throws IllegalArgumentException where there is none, in words
     * @throws FileProblemsException with everything that is wrong with it
     */
    public static Mapping read(String mapping, Questionnaires questionnaires) {
        return MappingReader.read(mapping, text(mapping), questionnaires);
    }

    private static String text(String mapping) {
        Path file = Path.of(mapping);
        if (ShippedMappings.names().contains(mapping) && !Files.exists(file)) {
            return ShippedMappings.text(mapping);
        }
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("there is no file " + mapping + ", and of the mappings that come with"
                    + " Heed the nearest is " + NearestName.of(mapping, ShippedMappings.names()));
        }
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalArgumentException(mapping + " is too long for a mapping");
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(mapping + " can't be read as text in UTF-8: " + e.getMessage(), e);
        }
    }
}

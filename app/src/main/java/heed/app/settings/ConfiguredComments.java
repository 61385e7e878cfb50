package heed.app.settings;

import heed.connectors.deidentify.Deidentifier;
import heed.connectors.submission.CommentReader;
import heed.schemas.hospital.HospitalDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** Reads comments as the settings say. */
public final class ConfiguredComments {

    private ConfiguredComments() {}

    /** Returns what reads comments, with the names of the file that the settings name. */
    public static CommentReader reader(Settings.Comments settings, HospitalDirectory hospitals) {
        List<String> names = settings.names().map(ConfiguredComments::names).orElse(List.of());
        return new CommentReader(Deidentifier.knowing(names), hospitals, settings.longest());
    }

    private static List<String> names(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " can't be read as names in UTF-8, one a line: " + e.getMessage(), e);
        }
    }

    /** Returns how many characters the form takes; it asks for no words that nobody is shown. */
    public static OptionalInt askedOnTheForm(Settings.Comments settings) {
        return settings.use() == CommentUse.SHOWN ? OptionalInt.of(settings.longest()) : OptionalInt.empty();
    }
}

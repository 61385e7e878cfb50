package heed.app.settings;

import heed.connectors.submission.CommentReader;
import heed.schemas.hospital.HospitalDirectory;
import java.util.OptionalInt;

/** Reads comments as the settings say. */
public final class ConfiguredComments {

    private ConfiguredComments() {}

    /** Returns what reads comments, with the names of the file that the settings name. */
    public static CommentReader reader(Settings.Comments settings, HospitalDirectory hospitals) {
        return CommentReader.knowing(settings.names(), hospitals, settings.longest());
    }

    /** Returns how many characters the form takes; it asks for no words that nobody is shown. */
    public static OptionalInt askedOnTheForm(Settings.Comments settings) {
        return settings.use() == CommentUse.SHOWN ? OptionalInt.of(settings.longest()) : OptionalInt.empty();
    }
}

package heed.connectors.submission;

import heed.connectors.deidentify.IdentifierKind;
import heed.schemas.Comment;
import java.util.Map;
import java.util.Optional;

/**
 * What became of what a patient wrote beside the answers.
 *
 * @param comment what may be kept of it; nothing where nothing was written, or it was refused
 * @param refusal why it was refused, in words that follow its name; never what was written
 * @param takenOut how often each kind of what may tell who somebody is was taken out
 */
public record WrittenWords(Optional<Comment> comment, Optional<String> refusal, Map<IdentifierKind, Integer> takenOut) {

    /** Nothing was written. */
    public static final WrittenWords NONE = new WrittenWords(Optional.empty(), Optional.empty(), Map.of());

    public WrittenWords {
        takenOut = Map.copyOf(takenOut);
    }

    static WrittenWords refused(String why) {
        return new WrittenWords(Optional.empty(), Optional.of(why), Map.of());
    }
}

package heed.schemas.questionnaire;

import java.util.List;
import java.util.Optional;

/**
 * Holds a questionnaire's words in one language; codes are the same in all.
 *
 * @param language its tag, such as {@code cy}
 * @param name what it calls itself
 * @param comment the question that is answered in one's own words, where there is one
 */
public record Translation(
        String language, String name, String title, List<Question> questions, Optional<CommentQuestion> comment) {

    public Translation {
        questions = List.copyOf(questions);
    }
}

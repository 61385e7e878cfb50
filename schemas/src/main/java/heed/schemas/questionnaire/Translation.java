package heed.schemas.questionnaire;

import java.util.List;

/**
 * Holds a questionnaire's words in one language; codes are the same in all.
 *
 * @param language its tag, such as {@code cy}
 * @param name what it calls itself
 */
public record Translation(String language, String name, String title, List<Question> questions) {

    public Translation {
        questions = List.copyOf(questions);
    }
}

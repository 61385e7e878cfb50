package heed.schemas.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds one version of a questionnaire: what is asked, and the measures that its answers are scored by.
 *
 * @param comment what is asked to be answered in one's own words; nothing where nothing is
 * @param translations its words in further languages
 */
public record Questionnaire(
        String id,
        String title,
        List<Question> questions,
        List<Measure> measures,
        Optional<CommentQuestion> comment,
        List<Translation> translations) {

    /** The language that a questionnaire itself is in. */
    public static final String OWN_LANGUAGE = "en";

    /**
     * Most questions, and most measures, of one questionnaire: a row of scores keeps what changed in the bits of one
     * long.
     */
    public static final int MOST = 64;

    public Questionnaire {
        questions = List.copyOf(questions);
        measures = List.copyOf(measures);
        translations = List.copyOf(translations);
    }

    /** Returns its words in all languages that it has, its own first. */
    public List<Translation> languages() {
        return Stream.concat(
                        Stream.of(new Translation(OWN_LANGUAGE, "English", title, questions, comment)),
                        translations.stream())
                .toList();
    }

    /** Returns its words in a language, in its own where it has no such. */
    public Translation in(String language) {
        return languages().stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .orElseGet(() -> languages().get(0));
    }

    /** Returns the question of a code. */
    public Optional<Question> question(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }
}

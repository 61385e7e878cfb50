package heed.schemas.questionnaire;

import java.util.List;
import java.util.Optional;

/** Holds one version of a questionnaire: what is asked, and the measures that its answers are scored by. */
public record Questionnaire(String id, String title, List<Question> questions, List<Measure> measures) {

    /**
     * Most questions, and most measures, of one questionnaire: a row of scores keeps what changed in the bits of one
     * long.
     */
    public static final int MOST = 64;

    public Questionnaire {
        questions = List.copyOf(questions);
        measures = List.copyOf(measures);
    }

    /** Returns the question of a code. */
    public Optional<Question> question(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }
}

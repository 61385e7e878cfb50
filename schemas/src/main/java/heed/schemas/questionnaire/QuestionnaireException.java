package heed.schemas.questionnaire;

import java.util.List;

/** Says everything that is wrong with questionnaires, each problem with file and line. */
public final class QuestionnaireException extends RuntimeException {

    private final List<String> problems;

    QuestionnaireException(List<String> problems) {
        super((problems.size() == 1 ? "1 problem" : problems.size() + " problems") + " with questionnaires:\n  "
                + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, one line of text each. */
    public List<String> problems() {
        return problems;
    }
}

package heed.connectors.submission;

import heed.schemas.Answer;
import heed.schemas.questionnaire.Option;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the answers of one submission against its questionnaire. */
final class AnswersReader {

    private final Problems problems;

    AnswersReader(Problems problems) {
        this.problems = problems;
    }

    /** Returns the answers that are right, in the order in which they were sent; the others are reported. */
    List<Answer> read(SubmissionPlace place, Submitted submitted, Questionnaire questionnaire) {
        if (!(submitted instanceof Submitted.Fields fields)) {
            problems.add(place, "must be an object from question to answer");
            return List.of();
        }
        List<String> codes =
                questionnaire.questions().stream().map(Question::code).toList();
        List<Answer> answers = new ArrayList<>();
        int position = 0;
        for (Map.Entry<String, Submitted> field : fields.byName().entrySet()) {
            String name = field.getKey();
            SubmissionPlace at = place.field(SubmissionPlace.named(name, ++position));
            Optional<Question> question = questionnaire.question(name);
            if (question.isEmpty()) {
                problems.add(at, SubmissionFields.unknown("a question of " + questionnaire.id(), name, codes), codes);
            } else if (!(field.getValue() instanceof Submitted.Nothing)) {
                answer(at, field.getValue(), question.get()).ifPresent(answers::add);
            }
        }
        return answers;
    }

    private Optional<Answer> answer(SubmissionPlace place, Submitted submitted, Question question) {
        Optional<String> code = codeOf(submitted);
        if (code.isPresent() && question.indexOf(code.get()) >= 0) {
            return Optional.of(new Answer(question.code(), code.get()));
        }
        problems.add(
                place,
                "is not an answer to this question",
                question.options().stream().map(Option::code).toList());
        return Optional.empty();
    }

    private static Optional<String> codeOf(Submitted submitted) {
        if (submitted instanceof Submitted.Text text) {
            return Optional.of(text.value());
        }
        return submitted instanceof Submitted.Whole whole ? Optional.of(whole.digits()) : Optional.empty();
    }
}

package heed.connectors.intake;

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

    /** Returns the answers that are right, in the order of the text; the others are reported. */
    List<Answer> read(String path, Json json, Questionnaire questionnaire) {
        if (!(json instanceof Json.Fields fields)) {
            problems.add(path, "must be an object from question to answer");
            return List.of();
        }
        List<String> codes =
                questionnaire.questions().stream().map(Question::code).toList();
        List<Answer> answers = new ArrayList<>();
        int position = 0;
        for (Map.Entry<String, Json> field : fields.byName().entrySet()) {
            String name = field.getKey();
            String place = JsonPath.field(path, name, ++position);
            Optional<Question> question = questionnaire.question(name);
            if (question.isEmpty()) {
                problems.add(
                        place, SubmissionFields.unknown("a question of " + questionnaire.id(), name, codes), codes);
            } else if (!(field.getValue() instanceof Json.Nothing)) {
                answer(place, field.getValue(), question.get()).ifPresent(answers::add);
            }
        }
        return answers;
    }

    private Optional<Answer> answer(String place, Json json, Question question) {
        Optional<String> code = codeOf(json);
        if (code.isPresent() && question.indexOf(code.get()) >= 0) {
            return Optional.of(new Answer(question.code(), code.get()));
        }
        problems.add(
                place,
                "is not an answer to this question",
                question.options().stream().map(Option::code).toList());
        return Optional.empty();
    }

    private static Optional<String> codeOf(Json json) {
        if (json instanceof Json.Text text) {
            return Optional.of(text.value());
        }
        return json instanceof Json.Whole whole ? Optional.of(whole.digits()) : Optional.empty();
    }
}

package heed.app.audit;

import heed.schemas.Answer;
import heed.schemas.RejectionReason;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A questionnaire as a marking sheet: what each answer to each question is worth to each of its measures. */
final class Sheet {

    private final int firstMeasure;
    private final int measures;
    private final Map<String, Map<String, Marks>> worth = new HashMap<>();

    /** Numbers the measures of {@code questionnaire} from {@code firstMeasure}. */
    Sheet(Questionnaire questionnaire, int firstMeasure) {
        this.firstMeasure = firstMeasure;
        this.measures = questionnaire.measures().size();
        for (Question question : questionnaire.questions()) {
            Map<String, Marks> byAnswer = new HashMap<>();
            question.options().forEach(option -> byAnswer.put(option.code(), new Marks(measures)));
            worth.put(question.code(), byAnswer);
        }
        for (int i = 0; i < measures; i++) {
            Measure measure = questionnaire.measures().get(i);
            int place = i;
            Map<String, Marks> byAnswer = worth.get(measure.question());
            measure.points().forEach((answer, points) -> byAnswer.get(answer).set(place, points));
        }
    }

    /** Returns the points of each measure. */
    Marks mark(List<Answer> answers) {
        Marks marks = new Marks(measures);
        Set<String> answered = new HashSet<>();
        for (Answer answer : answers) {
            Map<String, Marks> byAnswer = worth.get(answer.getQuestion());
            RefusedException.unless(byAnswer != null, RejectionReason.UNKNOWN_QUESTION);
            RefusedException.unless(answered.add(answer.getQuestion()), RejectionReason.DUPLICATE_QUESTION);
            Marks points = byAnswer.get(answer.getAnswer());
            RefusedException.unless(points != null, RejectionReason.UNKNOWN_ANSWER);
            for (int i = 0; i < measures; i++) {
                if (points.counts(i)) {
                    marks.set(i, points.of(i));
                }
            }
        }
        return marks;
    }

    /** Returns the number of the i-th measure among those of all questionnaires. */
    int measure(int i) {
        return firstMeasure + i;
    }
}

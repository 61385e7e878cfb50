package heed.app.recount;

import heed.schemas.Answer;
import heed.schemas.RejectionReason;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaire;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A questionnaire as a marking sheet: what each answer to each question is worth to each of its measures. */
final class Sheet {

    private final int firstMeasure;
    private final int measures;
    private final Map<String, Map<String, int[]>> worth = new HashMap<>();

    /** Numbers the measures of {@code questionnaire} from {@code firstMeasure}. */
    Sheet(Questionnaire questionnaire, int firstMeasure) {
        this.firstMeasure = firstMeasure;
        this.measures = questionnaire.measures().size();
        for (Question question : questionnaire.questions()) {
            Map<String, int[]> byAnswer = new HashMap<>();
            question.options().forEach(option -> byAnswer.put(option.code(), unmarked()));
            worth.put(question.code(), byAnswer);
        }
        for (int i = 0; i < measures; i++) {
            Measure measure = questionnaire.measures().get(i);
            int place = i;
            Map<String, int[]> byAnswer = worth.get(measure.question());
            measure.points().forEach((answer, points) -> byAnswer.get(answer)[place] = points);
        }
    }

    /** Returns the points of each measure, {@link Measure#EXCLUDED} where the answers don't count towards it. */
    int[] mark(List<Answer> answers) {
        int[] marks = unmarked();
        Set<String> answered = new HashSet<>();
        for (Answer answer : answers) {
            Map<String, int[]> byAnswer = worth.get(answer.getQuestion());
            RefusedException.unless(byAnswer != null, RejectionReason.UNKNOWN_QUESTION);
            RefusedException.unless(answered.add(answer.getQuestion()), RejectionReason.DUPLICATE_QUESTION);
            int[] points = byAnswer.get(answer.getAnswer());
            RefusedException.unless(points != null, RejectionReason.UNKNOWN_ANSWER);
            for (int i = 0; i < measures; i++) {
                if (points[i] != Measure.EXCLUDED) {
                    marks[i] = points[i];
                }
            }
        }
        return marks;
    }

    /** Returns the number of the i-th measure among those of all questionnaires. */
    int measure(int i) {
        return firstMeasure + i;
    }

    private int[] unmarked() {
        int[] marks = new int[measures];
        Arrays.fill(marks, Measure.EXCLUDED);
        return marks;
    }
}

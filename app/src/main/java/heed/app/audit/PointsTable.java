package heed.app.audit;

import heed.schemas.Answer;
import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Question;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.questionnaire.WatchRole;
import heed.schemas.rejected.RejectionReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows what each answer of each questionnaire is worth, and numbers the measures of all. Made once, read by all
 * threads.
 */
final class PointsTable {

    private final Map<String, Questionnaire> questionnaires = new HashMap<>();
    private final List<String> measures = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    PointsTable(Questionnaires known) {
        for (heed.schemas.questionnaire.Questionnaire each : known.all()) {
            questionnaires.put(each.id(), new Questionnaire(each, measures.size()));
            for (Measure measure : each.measures()) {
                numbers.put(measure.name(), measures.size());
                measures.add(measure.name());
            }
        }
    }

    /** Returns what the answers of a questionnaire are worth, or null where there is no such questionnaire. */
    @Nullable
    Questionnaire of(String questionnaire) {
        return questionnaires.get(questionnaire);
    }

    String measure(int number) {
        return measures.get(number);
    }

    /** Returns the number of a measure, or -1. */
    int number(String measure) {
        return numbers.getOrDefault(measure, -1);
    }

    /** What each answer to each question of one questionnaire is worth to each of its measures. */
    static final class Questionnaire {

        private final String id;
        private final int firstMeasure;
        private final int measures;
        private final int watched;
        private final Map<String, Map<String, Points>> worth = new HashMap<>();

        private Questionnaire(heed.schemas.questionnaire.Questionnaire questionnaire, int firstMeasure) {
            this.id = questionnaire.id();
            this.firstMeasure = firstMeasure;
            this.measures = questionnaire.measures().size();
            this.watched = (int) questionnaire.measures().stream()
                    .filter(measure -> measure.watch() != WatchRole.NONE)
                    .count();
            for (Question question : questionnaire.questions()) {
                Map<String, Points> byAnswer = new HashMap<>();
                question.options().forEach(option -> byAnswer.put(option.code(), new Points(measures)));
                worth.put(question.code(), byAnswer);
            }
            for (int i = 0; i < measures; i++) {
                Measure measure = questionnaire.measures().get(i);
                int place = i;
                Map<String, Points> byAnswer =
                        Objects.requireNonNull(worth.get(measure.question()), "a measure is of one of the questions");
                measure.points().forEach((answer, points) -> Objects.requireNonNull(
                                byAnswer.get(answer), "points are of the question's answers")
                        .set(place, points));
            }
        }

        String id() {
            return id;
        }

        /** Returns how many of its measures are watched. */
        int watched() {
            return watched;
        }

        /**
         * Returns the points of each measure.
         *
         * @throws Admission.RefusedException where a question or an answer is not of the questionnaire, or a question
         *     comes twice
         */
        Points of(List<Answer> answers) {
            Points all = new Points(measures);
            Set<String> answered = new HashSet<>();
            for (Answer answer : answers) {
                Map<String, Points> byAnswer =
                        Admission.present(worth.get(answer.getQuestion()), RejectionReason.UNKNOWN_QUESTION);
                Admission.require(answered.add(answer.getQuestion()), RejectionReason.DUPLICATE_QUESTION);
                Points points = Admission.present(byAnswer.get(answer.getAnswer()), RejectionReason.UNKNOWN_ANSWER);
                for (int i = 0; i < measures; i++) {
                    if (points.counts(i)) {
                        all.set(i, points.of(i));
                    }
                }
            }
            return all;
        }

        /** Returns the number of the i-th measure among those of all questionnaires. */
        int measure(int i) {
            return firstMeasure + i;
        }
    }

    /** Points of a response in each measure of its questionnaire, {@link Measure#EXCLUDED} where it does not count. */
    static final class Points {

        private final int[] byMeasure;

        private Points(int measures) {
            byMeasure = new int[measures];
            Arrays.fill(byMeasure, Measure.EXCLUDED);
        }

        private void set(int measure, int points) {
            byMeasure[measure] = points;
        }

        int measures() {
            return byMeasure.length;
        }

        int of(int measure) {
            return byMeasure[measure];
        }

        /** Says whether it counts towards any measure. */
        boolean countsAtAll() {
            return Arrays.stream(byMeasure).anyMatch(points -> points != Measure.EXCLUDED);
        }

        boolean counts(int measure) {
            return byMeasure[measure] != Measure.EXCLUDED;
        }
    }
}

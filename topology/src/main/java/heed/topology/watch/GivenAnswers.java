package heed.topology.watch;

import heed.schemas.questionnaire.WatchRole;
import heed.topology.detect.Loss;
import heed.topology.respondent.Respondent;
import heed.topology.response.Answers;
import heed.topology.response.ScoredMeasure;
import java.util.Arrays;

/**
 * The answers of a response to watched measures, and what is to be done with them. Reused from response to response.
 */
final class GivenAnswers {

    private Respondent who = Respondent.UNKNOWN;
    private long atMs;
    private long asOfMs;
    private ScoredMeasure[] measures = {};
    private byte[] losses = {};
    private int count;

    @SuppressWarnings("NullAway.Init") // set before every question
    private AnswerAction action;

    /**
     * Copies what is watched of {@code answers}, which count at {@code given}, by a record that arrived at
     * {@code asOf}.
     */
    void set(Answers answers, long given, long asOf, AnswerAction whatToDo) {
        who = answers.respondent();
        atMs = given;
        asOfMs = asOf;
        action = whatToDo;
        count = 0;
        if (measures.length < answers.count()) {
            measures = new ScoredMeasure[answers.count()];
            losses = Arrays.copyOf(losses, answers.count());
        }
        for (int i = 0; i < answers.count(); i++) {
            ScoredMeasure measure = answers.measure(i);
            if (measure.role() != WatchRole.NONE) {
                measures[count] = measure;
                losses[count++] = (byte) Loss.ofBasisPoints(answers.points(i));
            }
        }
    }

    /** Says whether no answer is to a watched measure. */
    boolean isEmpty() {
        return count == 0;
    }

    /** Does what is to be done, at the keys of a place. */
    void judgeAt(WatchedPlace place, WatchedMeasures measuresOfAll) {
        for (int i = 0; i < count; i++) {
            action.take(measuresOfAll.change(place, measures[i], atMs), this, losses[i]);
        }
    }

    /** Returns who answered. */
    Respondent who() {
        return who;
    }

    /** Returns the time at which the answers count, ms. */
    long atMs() {
        return atMs;
    }

    /** Returns when the record arrived that brought them, corrected them or took them back, ms. */
    long asOfMs() {
        return asOfMs;
    }
}

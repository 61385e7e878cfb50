package heed.topology.admit;

import heed.schemas.rejected.RejectionReason;
import heed.topology.response.Answers;
import heed.topology.response.ScoredMeasure;
import java.util.List;

/** A questionnaire as the hot path uses it: from the bytes of question and answer straight to measures and points. */
final class CompiledQuestionnaire {

    private final String id;
    private final int watched;
    private final ByteTable<Question> questions;

    CompiledQuestionnaire(String id, int watched, ByteTable<Question> questions) {
        this.id = id;
        this.watched = watched;
        this.questions = questions;
    }

    String id() {
        return id;
    }

    /** Returns how many of its measures are watched at each place. */
    int watched() {
        return watched;
    }

    /** Adds the points of every answer of {@code flat}, or refuses it. */
    void score(FlatFeedback flat, Answers answers) {
        long seen = 0;
        for (int i = 0; i < flat.answers; i++) {
            int at = i * 4;
            int[] slices = flat.answerSlices;
            Question question = questions.get(flat.bytes, slices[at], slices[at + 1]);
            if (question == null) {
                throw new RejectedRecordException(RejectionReason.UNKNOWN_QUESTION, i);
            }
            if ((seen & question.bit()) != 0) {
                throw new RejectedRecordException(RejectionReason.DUPLICATE_QUESTION, i);
            }
            seen |= question.bit();
            Option option = question.options().get(flat.bytes, slices[at + 2], slices[at + 3]);
            if (option == null) {
                throw new RejectedRecordException(RejectionReason.UNKNOWN_ANSWER, i);
            }
            option.addTo(answers);
        }
    }

    record Question(long bit, ByteTable<Option> options) {}

    record Option(List<Points> points) {

        /** Adds by number: an iterator for each answer of each response was a fortieth of all that is allocated. */
        void addTo(Answers answers) {
            for (int i = 0; i < points.size(); i++) {
                Points each = points.get(i);
                answers.add(each.measure(), each.basisPoints());
            }
        }
    }

    record Points(ScoredMeasure measure, int basisPoints) {}
}

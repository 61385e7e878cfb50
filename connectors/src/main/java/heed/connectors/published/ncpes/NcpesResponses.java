package heed.connectors.published.ncpes;

import heed.connectors.published.LocalMonth;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Makes one trust's responses, evenly over the month, in the order of {@code given_at}.
 *
 * <p>A question with fewer answers than there are responses is answered by responses that lie evenly among them; the
 * others did not answer it, which leaves them out of its measure as "did not apply" would.
 */
final class NcpesResponses implements Iterator<Feedback> {

    private final NcpesTrust trust;
    private final LocalMonth month;
    private final int responses;
    private final List<List<String>> answers;
    private int next;

    NcpesResponses(NcpesTrust trust, LocalMonth month) {
        this.trust = trust;
        this.month = month;
        this.responses = trust.responses();
        this.answers = trust.questions().stream().map(QuestionFigures::inOrder).toList();
    }

    @Override
    public boolean hasNext() {
        return next < responses;
    }

    @Override
    public Feedback next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int ordinal = next++;
        return Feedback.newBuilder()
                .setFeedbackId(month.idOf(NcpesTrustQuestions.NAME, trust.code(), Integer.toString(ordinal))
                        .toString())
                .setHospital(trust.code())
                .setQuestionnaire(NcpesTrustQuestions.QUESTIONNAIRE)
                .setGivenAt(month.at(ordinal, responses))
                .setChannel(Channel.PUBLISHED)
                .setAnswers(answersOf(ordinal))
                .build();
    }

    private List<Answer> answersOf(int ordinal) {
        List<Answer> given = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            List<String> ofQuestion = answers.get(i);
            int before = share(ordinal, ofQuestion.size());
            if (share(ordinal + 1, ofQuestion.size()) > before) {
                given.add(new Answer(trust.questions().get(i).question(), ofQuestion.get(before)));
            }
        }
        return given;
    }

    /** Returns how many of a question's answers the first {@code count} responses give. */
    private int share(int count, int ofAll) {
        return (int) ((long) count * ofAll / responses);
    }
}

package heed.connectors.published.ncpes;

import heed.connectors.published.LocalMonth;
import heed.connectors.published.PublishedHospital;
import heed.schemas.Feedback;
import java.util.Iterator;
import java.util.List;

/**
 * Holds the published figures of one trust. They stand for as many responses as its most answered question has answers.
 */
record NcpesTrust(String code, List<QuestionFigures> questions) implements PublishedHospital {

    NcpesTrust {
        questions = List.copyOf(questions);
    }

    @Override
    public String questionnaire() {
        return NcpesTrustQuestions.QUESTIONNAIRE;
    }

    @Override
    public int responses() {
        return questions.stream().mapToInt(QuestionFigures::total).max().orElse(0);
    }

    @Override
    public Iterator<Feedback> expand(LocalMonth month) {
        return new NcpesResponses(this, month);
    }
}

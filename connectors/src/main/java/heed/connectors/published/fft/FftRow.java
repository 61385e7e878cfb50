package heed.connectors.published.fft;

import heed.connectors.published.LocalMonth;
import heed.connectors.published.PublishedHospital;
import heed.schemas.Feedback;
import java.util.Iterator;
import java.util.Optional;

/** Holds the published counts of one trust; whether they can be true is {@link FftTrusts}'s to judge. */
record FftRow(FftAsked asked, String code, int total, int positive, int negative, Optional<FftAnswers> answers)
        implements PublishedHospital {

    /** Returns a trust of which kinds alone are known. */
    static FftRow ofKinds(String code, int total, int positive, int negative) {
        return new FftRow(FftAsked.INPATIENTS, code, total, positive, negative, Optional.empty());
    }

    /** Returns a trust of which each answer is known. */
    static FftRow ofAnswers(String code, FftAnswers answers) {
        return new FftRow(
                FftAsked.INPATIENTS,
                code,
                answers.total(),
                answers.veryGood() + answers.good(),
                answers.poor() + answers.veryPoor(),
                Optional.of(answers));
    }

    /** Returns the same counts of what else was asked. */
    FftRow of(FftAsked other) {
        return new FftRow(other, code, total, positive, negative, answers);
    }

    /** Returns the answer of a kind's {@code ordinal}-th response, counted from 0. */
    String answer(FftKind kind, int ordinal) {
        boolean first = answers.map(each -> ordinal < each.first(kind)).orElse(ordinal % 2 == 0);
        return first ? asked.scale().first(kind) : asked.scale().second(kind);
    }

    /** Returns how many responses the row counts as {@code kind}. */
    int count(FftKind kind) {
        return switch (kind) {
            case POSITIVE -> positive;
            case NEGATIVE -> negative;
            case REST -> total - positive - negative;
        };
    }

    @Override
    public String questionnaire() {
        return asked.questionnaire();
    }

    @Override
    public int responses() {
        return total;
    }

    @Override
    public Iterator<Feedback> expand(LocalMonth month) {
        return new FftResponses(this, month);
    }
}

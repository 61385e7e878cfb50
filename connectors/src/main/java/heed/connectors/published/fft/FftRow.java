package heed.connectors.published.fft;

import heed.connectors.published.LocalMonth;
import heed.connectors.published.PublishedHospital;
import heed.schemas.Feedback;
import java.util.Iterator;

/** Holds the published counts of one trust; whether they can be true is {@link FftTrusts}'s to judge. */
record FftRow(String code, int total, int positive, int negative) implements PublishedHospital {

    /** Returns how many responses the row counts as {@code kind}. */
    int count(FftKind kind) {
        return switch (kind) {
            case POSITIVE -> positive;
            case NEGATIVE -> negative;
            case REST -> total - positive - negative;
        };
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

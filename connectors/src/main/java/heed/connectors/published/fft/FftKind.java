package heed.connectors.published.fft;

/**
 * Sorts responses as the published figures do: positive, negative, and the rest, which is only in the total.
 *
 * <p>Which of its two answers a response gave is not published. They alternate, beginning with the first named here; no
 * measure tells the two apart, and nobody should read the split as a fact.
 */
enum FftKind {
    POSITIVE("positive", "very_good", "good"),
    NEGATIVE("negative", "very_poor", "poor"),
    REST("rest", "neither", "dont_know");

    private final String code;
    private final String even;
    private final String odd;

    FftKind(String code, String even, String odd) {
        this.code = code;
        this.even = even;
        this.odd = odd;
    }

    /** Returns the kind's part in a response's name; changing it would give every response a new identity. */
    String code() {
        return code;
    }

    /** Returns the answer of the kind's {@code ordinal}-th response, counted from 0. */
    String answer(int ordinal) {
        return ordinal % 2 == 0 ? even : odd;
    }
}

package heed.connectors.published.fft;

/**
 * Sorts responses as the published figures do: positive, negative, and the rest, which is only in the total.
 *
 * <p>Where a file does not say which of its two answers the responses of a kind gave, they alternate, beginning with
 * the first named here; no measure tells the two apart, and nobody should read the split as a fact.
 */
enum FftKind {
    POSITIVE("positive", "very_good", "good"),
    NEGATIVE("negative", "very_poor", "poor"),
    REST("rest", "neither", "dont_know");

    private final String code;
    private final String first;
    private final String second;

    FftKind(String code, String first, String second) {
        this.code = code;
        this.first = first;
        this.second = second;
    }

    /** Returns the kind's part in a response's name; changing it would give every response a new identity. */
    String code() {
        return code;
    }

    /** Returns the answer of the kind's {@code ordinal}-th response, counted from 0, where the file says neither. */
    String answer(int ordinal) {
        return ordinal % 2 == 0 ? first : second;
    }

    /** Returns the answer of the kind's {@code ordinal}-th response, counted from 0, where the file says how many. */
    String answer(int ordinal, FftAnswers answers) {
        return ordinal < answers.first(this) ? first : second;
    }
}

package heed.connectors.published.fft;

/**
 * Sorts responses as the published figures do: positive, negative, and the rest, which is only in the total.
 *
 * <p>Where a file does not say which of its two answers the responses of a kind gave, they alternate, beginning with
 * the first of its scale; no measure tells the two apart, and nobody should read the split as a fact.
 */
enum FftKind {
    POSITIVE("positive"),
    NEGATIVE("negative"),
    REST("rest");

    private final String code;

    FftKind(String code) {
        this.code = code;
    }

    /** Returns the kind's part in a response's name; changing it would give every response a new identity. */
    String code() {
        return code;
    }
}

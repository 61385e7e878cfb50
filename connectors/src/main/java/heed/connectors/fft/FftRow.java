package heed.connectors.fft;

/** Holds the published counts of one trust; whether they can be true is {@link FftReader}'s to judge. */
record FftRow(long line, String code, int total, int positive, int negative) {

    /** Returns how many responses the row counts as {@code kind}. */
    int count(FftKind kind) {
        return switch (kind) {
            case POSITIVE -> positive;
            case NEGATIVE -> negative;
            case REST -> total - positive - negative;
        };
    }
}

package heed.connectors.published.fft;

/** Holds how many gave each answer, where the file says that and not only how many were positive and negative. */
record FftAnswers(int veryGood, int good, int neither, int poor, int veryPoor, int dontKnow) {

    /** Returns how many of a kind gave the first of its two answers. */
    int first(FftKind kind) {
        return switch (kind) {
            case POSITIVE -> veryGood;
            case NEGATIVE -> veryPoor;
            case REST -> neither;
        };
    }

    int total() {
        return veryGood + good + neither + poor + veryPoor + dontKnow;
    }
}

package heed.connectors.published.fft;

/**
 * Names the answers that could be given: until March 2020 whether somebody would recommend the service, since then how
 * it was. Figures of one are never pooled with those of the other.
 */
enum FftScale {
    EXPERIENCE("very_good", "good", "very_poor", "poor"),
    RECOMMENDING("extremely_likely", "likely", "extremely_unlikely", "unlikely");

    private final String best;
    private final String good;
    private final String worst;
    private final String bad;

    FftScale(String best, String good, String worst, String bad) {
        this.best = best;
        this.good = good;
        this.worst = worst;
        this.bad = bad;
    }

    /** Returns the first of a kind's two answers. */
    String first(FftKind kind) {
        return switch (kind) {
            case POSITIVE -> best;
            case NEGATIVE -> worst;
            case REST -> "neither";
        };
    }

    /** Returns the second of a kind's two answers. */
    String second(FftKind kind) {
        return switch (kind) {
            case POSITIVE -> good;
            case NEGATIVE -> bad;
            case REST -> "dont_know";
        };
    }
}

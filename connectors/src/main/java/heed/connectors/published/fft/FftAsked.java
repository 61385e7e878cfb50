package heed.connectors.published.fft;

/**
 * Says what patients of which service were asked.
 *
 * <p>Inpatients since 2020 are what {@code fft-2020} is about, and keep the ids that they always had. Each other
 * service is a question of its own, for a trust publishes several: pooled with its inpatients, neither figure would be
 * the published one.
 */
record FftAsked(FftService service, FftScale scale) {

    /** Inpatients, as asked since April 2020. */
    static final FftAsked INPATIENTS = new FftAsked(FftService.INPATIENT, FftScale.EXPERIENCE);

    /** Returns the questionnaire that has the question. */
    String questionnaire() {
        if (scale == FftScale.RECOMMENDING) {
            return "fft-2013";
        }
        return service == FftService.INPATIENT ? "fft-2020" : "fft-services-2020";
    }

    /** Returns the question. */
    String question() {
        return equals(INPATIENTS) ? "overall" : service.question();
    }

    /** Returns what the ids of responses begin with. */
    String format() {
        return equals(INPATIENTS) ? FftTrusts.NAME : FftTrusts.NAME + "/" + questionnaire() + "/" + question();
    }
}

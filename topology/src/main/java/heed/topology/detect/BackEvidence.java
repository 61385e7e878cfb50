package heed.topology.detect;

/**
 * A Shiryaev-Roberts statistic for a score that is back, and the answers and losses since each possible moment, summed
 * by its weight.
 *
 * @param level the statistic
 * @param responses answers since the moments, times their weights
 * @param losses losses of these answers, 0 to 1 each, times the weights
 */
record BackEvidence(double level, double responses, double losses) {

    static final BackEvidence NONE = new BackEvidence(0, 0, 0);

    /**
     * Takes a day's answers in.
     *
     * @param prior weight of a score that is back since this day
     * @param n answers
     * @param loss sum of their losses, 0 to 1 each
     * @param odds how much likelier they are if the score is back
     */
    BackEvidence absorb(double prior, int n, double loss, double odds) {
        double weight = level + prior;
        return new BackEvidence(weight * odds, (responses + n * weight) * odds, (losses + loss * weight) * odds);
    }
}

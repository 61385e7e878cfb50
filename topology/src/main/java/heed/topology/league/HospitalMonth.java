package heed.topology.league;

import heed.schemas.Score;

/**
 * What a comparison takes from one hospital's month.
 *
 * @param n number of answers
 * @param sum sum of their points, basis points
 * @param sumOfSquares sum of their squared points
 * @param asOfMs arrival of the newest response that changed it, ms
 * @param restatements corrections and withdrawals that changed it
 * @param isFinal whether the month is over for it
 */
record HospitalMonth(long n, long sum, long sumOfSquares, long asOfMs, long restatements, boolean isFinal) {

    static HospitalMonth of(Score score) {
        return new HospitalMonth(
                score.getN(),
                score.getSum(),
                score.getSumOfSquares(),
                score.getAsOf().toEpochMilli(),
                score.getRestatements(),
                score.getFinal$());
    }
}

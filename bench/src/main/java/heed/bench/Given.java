package heed.bench;

/**
 * A response as it was given.
 *
 * @param hospital code of the hospital
 * @param unit code of the unit
 * @param givenAtMs when, ms
 * @param answers index in {@link Survey#ANSWERS} of the answer to each question
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Given(String hospital, String unit, long givenAtMs, int[] answers) {

    /** Returns the same response with other answers. */
    Given answered(int[] others) {
        return new Given(hospital, unit, givenAtMs, others);
    }
}

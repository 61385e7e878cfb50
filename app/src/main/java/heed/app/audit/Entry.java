package heed.app.audit;

/**
 * What is known of one response.
 *
 * @param day arrival day (UTC epoch day) under which it is remembered
 * @param points points of each measure of its questionnaire; null once it is withdrawn
 */
record Entry(int revision, long day, Place place, Sheet sheet, long givenAt, Marks points) {

    boolean withdrawn() {
        return points == null;
    }
}

package heed.app.study.variants;

/** Counts the alarms of a key and the time in which there could have been one, as the study does. */
final class TrialCount {

    private static final double SOON = 60;
    private static final double FIRST = 182;

    private boolean watching;
    private double now;
    private double since;
    private double learned;
    private double recovered = Double.NEGATIVE_INFINITY;
    private double watched;
    private double watchedFirst;
    private int alarms;
    private int repeated;
    private int first;

    void at(double time) {
        now = time;
    }

    void learned() {
        learned = now;
        begin();
    }

    void recovered() {
        recovered = now;
        begin();
    }

    private void begin() {
        watching = true;
        since = now;
    }

    void alarm() {
        watched += now - since;
        watchedFirst += firstDays();
        watching = false;
        alarms++;
        if (now - recovered <= SOON) {
            repeated++;
        }
        if (now - learned <= FIRST) {
            first++;
        }
    }

    private double firstDays() {
        return Math.max(0, Math.min(now, learned + FIRST) - since);
    }

    int alarms() {
        return alarms;
    }

    /** Returns the alarms within 60 days of the recovery from another. */
    int repeated() {
        return repeated;
    }

    /** Returns the alarms in the 182 days after learning. */
    int first() {
        return first;
    }

    double watchedDays() {
        return watched + (watching ? now - since : 0);
    }

    /** Returns the watched days of the 182 days after learning. */
    double watchedFirstDays() {
        return watchedFirst + (watching ? firstDays() : 0);
    }
}

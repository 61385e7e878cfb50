package heed.app.study;

/** A way to find drops, of which the study asks how often it is wrong and how soon it is right. */
public interface Detector {

    /**
     * Takes an answer.
     *
     * @param place of its score among those of the scenario
     * @param hour of the day, 0 to 24
     */
    void answer(long day, double hour, int place);

    /** Says that a day is over. */
    void endDay(long day);

    /** Tells whether an alarm is open. */
    boolean open();

    /** Returns the alarms so far; one that stays open is one. */
    int alarms();

    /** Returns the days so far on which the detector could have raised an alarm. */
    double watchedDays();
}

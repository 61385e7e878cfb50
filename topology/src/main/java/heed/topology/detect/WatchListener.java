package heed.topology.detect;

/** Hears what a response brought about; called during the call that brought it. */
public interface WatchListener {

    /** Says that a day takes no more answers; before what follows from it. By default of no interest. */
    default void sealed(WatchEvent.Sealed day) {}

    /** Says that enough is known of the key to judge it from now on. */
    void learned(WatchEvent.Learned learned);

    /**
     * Says that days were closed, or that a person acted: what {@link MeasureWatch#closedDays} tells may be new. By
     * default of no interest.
     */
    default void daysClosed() {}

    /** Says that a drop opened. */
    void alarm(WatchEvent.Alarm alarm);

    /** Says that the open drop is larger than was said. */
    void escalated(WatchEvent.Escalated escalated);

    /** Says that the open drop suffices for a wider audience. By default of no interest. */
    default void confirmed(WatchEvent.Confirmed confirmed) {}

    /** Says that the open drop's alarm would no longer be raised, or again would be. By default of no interest. */
    default void revised(WatchEvent.Revised revised) {}

    /** Says that the open drop is over. */
    void recovered(WatchEvent.Recovered recovered);

    /** Says that a lasting rise was found. By default of no interest. */
    default void rose(WatchEvent.Rise rise) {}

    /** Says that the open rise is over. By default of no interest. */
    default void fellBack(WatchEvent.RiseEnded ended) {}

    /** Says that the open drop was closed because its level is the usual one from now on. By default of no interest. */
    default void dropRebaselined(WatchEvent.Rebaselined event) {}

    /** Says that the open rise was closed because its level is the usual one from now on. By default of no interest. */
    default void riseRebaselined(WatchEvent.Rebaselined event) {}
}

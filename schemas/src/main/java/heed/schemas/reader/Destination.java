package heed.schemas.reader;

import java.util.List;

/**
 * Takes in the records of topics, on the thread of its reader: in the order of each partition, and all of them once
 * more after an error that a consumer does not survive.
 */
public interface Destination {

    /** Returns the topics that it wants, and what takes their records in. */
    List<Route<?>> routes();

    /** Forgets what it has taken in: what follows is read from the beginning, or from where {@link #history} begins. */
    void restart();

    /** Returns how many records of each partition are history enough, the newest ones; older ones are not read. */
    default long history() {
        return Long.MAX_VALUE;
    }

    /**
     * Hears that what was there when the reading began has been taken in, and from then on after each look for more: at
     * least every fifth of a second while the brokers answer. What is taken in before the first call is history, and no
     * news.
     */
    void publish();
}

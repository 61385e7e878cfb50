package heed.connectors.postgres;

/** Is told what a sink does. */
public interface SinkListener {

    /** Where a sink begins. */
    enum From {
        /** With the oldest record: the tables were empty. */
        BEGINNING,
        /** With the oldest record, because it was away for longer than deletions are kept: the tables were emptied. */
        BEGINNING_SINCE_AWAY,
        /** Where the one before ended. */
        WHERE_IT_ENDED
    }

    /** It begins. */
    void begins(From from);

    /** It has taken records, of which some are none of ours and left out. */
    void took(int records, long unreadable);

    /** It waits for a database that is away. */
    void waits(String why);
}

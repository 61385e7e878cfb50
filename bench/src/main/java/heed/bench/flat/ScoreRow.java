package heed.bench.flat;

/** Tells what is known of a place in a window, by measure, so that {@link ScoreBytes} can write it. */
public interface ScoreRow {

    /** Returns the place's number in {@link PlaceTable}. */
    int place();

    /** Returns the window's number in {@link WindowTable}. */
    int window();

    /** Returns the number of answers. */
    long n(int slot);

    /** Returns the sum of their points. */
    long sum(int slot);

    /** Returns the sum of their squared points. */
    long squares(int slot);

    /** Returns the arrival of the newest response that changed it. */
    long asOfMs(int slot);

    /** Returns how many corrections and withdrawals changed it. */
    long restatements(int slot);

    /** Returns three sums over the days of each measure; none but of a whole hospital's month. */
    long[] days();

    /** Says whether the window is closed. */
    boolean isFinal();
}

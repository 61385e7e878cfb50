package heed.topology.response;

import org.jspecify.annotations.Nullable;

/**
 * What the ledger tells the steps after it: answers to take out of the scores, answers to put in, or both.
 *
 * <p>Reused from response to response.
 */
public final class Change {

    private final Answers taken = new Answers();
    // A change is reused: it says nothing before it is started.
    @SuppressWarnings("NullAway.Init")
    private Response response;

    private int replacedRevision;
    private @Nullable Answers put;
    private @Nullable Answers out;
    private long asOfMs;
    private long ledgerDay;
    private long closedDay = Long.MIN_VALUE;

    /** Starts a change that {@code cause} brings, with nothing to take out or put in. */
    public void start(Response cause) {
        response = cause;
        asOfMs = cause.arrivalMs();
        put = null;
        out = null;
    }

    /** Says under which day the ledger keeps the response, and through which day it has closed. */
    public void keptOn(long day, long closedThrough) {
        ledgerDay = day;
        closedDay = closedThrough;
    }

    /** Says whether the scores stay as they are. */
    public boolean isEmpty() {
        return put == null && out == null;
    }

    /** Says whether a response is seen for the first time: nothing of it was counted before. */
    public boolean isFirstSight() {
        return put != null && out == null;
    }

    /** Says whether any day's answers change: see {@link Answers#isDated}. */
    public boolean isDated() {
        return datedIn() != null || datedOut() != null;
    }

    /** Returns the answers to put in where it is known on which day they were given, else null. */
    public @Nullable Answers datedIn() {
        return dated(put);
    }

    /** Returns the answers to take out where it is known on which day they were given, else null. */
    public @Nullable Answers datedOut() {
        return dated(out);
    }

    private static @Nullable Answers dated(@Nullable Answers answers) {
        return answers == null || !answers.isDated() ? null : answers;
    }

    /** Has {@code answers} put in. */
    public void putIn(Answers answers) {
        put = answers;
    }

    /** Has the answers of a revision that was counted taken out, and returns the place to write them to. */
    public Answers takeOut(int revision) {
        replacedRevision = revision;
        out = taken;
        return taken;
    }

    /** Returns what brought the change: a response, a correction or a withdrawal. */
    public Response response() {
        return response;
    }

    /** Returns the revision of the answers to take out. */
    public int replacedRevision() {
        return replacedRevision;
    }

    /** Returns the answers to take out, or null. */
    public @Nullable Answers out() {
        return out;
    }

    /** Returns the answers to put in, or null. */
    public @Nullable Answers in() {
        return put;
    }

    /** Returns the arrival time of the record that brought the change, ms. */
    public long asOfMs() {
        return asOfMs;
    }

    /**
     * Returns the arrival day (UTC epoch day) under which the ledger keeps the response: it can change until that day
     * is closed.
     */
    public long ledgerDay() {
        return ledgerDay;
    }

    /**
     * Returns the newest arrival day (UTC epoch day) that this hospital's ledger has closed: nothing kept under it or
     * an earlier day can be counted, corrected or withdrawn any more. {@link Long#MIN_VALUE} where none is.
     */
    public long closedDay() {
        return closedDay;
    }
}

package heed.topology.score;

import heed.topology.response.Answers;
import heed.topology.response.Change;
import org.jspecify.annotations.Nullable;

/** What panes need of a {@link Change}, copied, so that it can wait. Reused from change to change. */
final class PaneChange {

    private final Answers put = new Answers();
    /** Made when first needed: few changes are corrections. */
    private @Nullable Answers taken;

    private boolean puts;
    private boolean takes;
    private long asOfMs;
    private long ledgerDay;

    /** Takes over what {@code change} says. */
    void set(Change change) {
        asOfMs = change.asOfMs();
        ledgerDay = change.ledgerDay();
        Answers in = change.in();
        puts = in != null;
        if (in != null) {
            put.copy(in);
        }
        Answers out = change.out();
        takes = out != null;
        if (out != null) {
            taken = taken == null ? new Answers() : taken;
            taken.copy(out);
        }
    }

    /** Returns for how many measures there is room. */
    int room() {
        return put.room() + (taken == null ? 0 : taken.room());
    }

    /** Returns the answers to put in, or null. */
    @Nullable
    Answers in() {
        return puts ? put : null;
    }

    /** Returns the answers to take out, or null. */
    @Nullable
    Answers out() {
        return takes ? taken : null;
    }

    /** Returns the arrival time of the record that brought the change, ms. */
    long asOfMs() {
        return asOfMs;
    }

    /** Returns the arrival day under which the ledger keeps the response. */
    long ledgerDay() {
        return ledgerDay;
    }
}

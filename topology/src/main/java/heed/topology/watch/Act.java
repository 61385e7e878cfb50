package heed.topology.watch;

import heed.topology.detect.WatchListener;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import org.jspecify.annotations.Nullable;

/**
 * A person's act that gives a key a new usual level.
 *
 * @param id of the act; sent again, it is the same act
 * @param about the drop or rise whose level becomes the usual one; null for whatever is open, and for none to learn
 *     from nothing
 * @param atMs when it was done, in epoch milliseconds
 */
record Act(String id, @Nullable String about, long atMs) {

    /**
     * How long after an act it takes effect, by the arrival of responses. Acts and responses come by two topics, which
     * are read in about the order of their times, not in exactly that order: by then a replay has read the act too, and
     * it meets the same response.
     */
    static final long DELAY_MS = 60_000;

    boolean isDue(long arrivalMs) {
        return arrivalMs >= atMs + DELAY_MS;
    }

    /** Tells whether the act is about what is open at the key, or about nothing special. */
    boolean concerns(WatchedMeasure key) {
        return about == null
                || (key.drop != null && about.equals(key.drop.getDropId()))
                || (key.rise != null && about.equals(key.rise.getRiseId()));
    }

    /**
     * Gives the key its new usual level: that since the change that the act is about. No level is gathered of a drop
     * that has eased or was found in learning, and that of a rise beside it is not what was meant.
     */
    void changeUsual(WatchedMeasure key, WatchListener listener) {
        if (isAboutTheDrop(key) && !key.watch.isAlarmOpen()) {
            key.watch.forget(atMs, listener);
        } else {
            key.watch.rebaseline(atMs, listener);
        }
    }

    private boolean isAboutTheDrop(WatchedMeasure key) {
        return key.drop != null && (about == null || about.equals(key.drop.getDropId()));
    }

    void write(RowWriter row) {
        row.text(id).text(about == null ? "" : about).number(atMs);
    }

    static Act read(RowReader row) {
        String id = row.text();
        String about = row.text();
        return new Act(id, about.isEmpty() ? null : about, row.number());
    }
}

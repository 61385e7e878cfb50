package heed.app.audit;

/** Adds up the progress of several threads. */
final class Steps {

    private final long total;
    private final Listener listener;
    private long done;

    Steps(long total, Listener listener) {
        this.total = total;
        this.listener = listener;
    }

    /** Hears each step. */
    interface Listener {

        void at(long done, long total);
    }

    synchronized void advance(long more) {
        done += more;
        listener.at(done, total);
    }
}

package heed.bench.entrant;

/** Does the work of a contender, in a process that does nothing else. */
public interface Entrant extends AutoCloseable {

    /** Begins, and returns when it has begun. What it has done is seen by the offsets that it commits. */
    void start();

    /**
     * Fails where the work has failed.
     *
     * @throws IllegalStateException with the reason
     */
    void check();

    @Override
    void close();
}

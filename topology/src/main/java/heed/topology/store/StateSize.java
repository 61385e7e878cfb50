package heed.topology.store;

/**
 * How large the state of one step is, in one partition or several.
 *
 * @param rows rows that there are
 * @param bytes bytes of these rows as the changelog has them; on the heap a row takes more
 */
public record StateSize(long rows, long bytes) {

    /** No rows. */
    public static final StateSize NOTHING = new StateSize(0, 0);

    /** Returns the size of this and {@code other} together. */
    public StateSize plus(StateSize other) {
        return new StateSize(rows + other.rows, bytes + other.bytes);
    }

    /** What knows its size. */
    @FunctionalInterface
    public interface Sized {

        /** Returns how large it is now; may be asked from any thread. */
        StateSize size();
    }
}

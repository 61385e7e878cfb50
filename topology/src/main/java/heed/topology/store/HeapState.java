package heed.topology.store;

import org.jspecify.annotations.Nullable;

/** State of one step in one partition: restored row by row, and able to say which rows changed. */
public interface HeapState {

    /** Takes one changelog row in; a null value deletes the row. Called before the first response, oldest row first. */
    void restore(byte[] key, byte @Nullable [] value);

    /** Writes every row that changed since the last call; called once a commit, inside its transaction. */
    void writeChanges(ChangeWriter changelog);

    /** Receives changed rows; neither array may be changed afterwards. */
    @FunctionalInterface
    interface ChangeWriter {

        /** Writes a row, or deletes it where the value is null. */
        void write(byte[] key, byte @Nullable [] value);
    }
}

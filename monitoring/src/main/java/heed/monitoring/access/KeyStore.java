package heed.monitoring.access;

import heed.schemas.ProgramKey;
import java.util.Collection;

/** Knows which keys programs have, and keeps what becomes of them. */
public interface KeyStore {

    /** Returns all keys that there have been. */
    Collection<ProgramKey> all();

    /**
     * Writes a key as it is now, and returns once it is kept.
     *
     * @throws Sessions.NotKeptException where it is not known to be
     */
    void write(ProgramKey key) throws Sessions.NotKeptException, InterruptedException;
}

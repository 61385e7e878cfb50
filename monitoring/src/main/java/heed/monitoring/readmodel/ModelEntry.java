package heed.monitoring.readmodel;

import heed.schemas.reader.Route;
import java.time.Instant;
import java.util.List;

/**
 * Takes in one kind of what the output topics say, and makes of it a part of each snapshot. All that the read model has
 * to know of a kind is here: its topics, what becomes of their records and tombstones, what of them the audience is
 * told, how much is kept, and, in its {@link Part}, what a viewer sees. {@link ModelEntries} lists them.
 *
 * <p>One thread calls.
 */
interface ModelEntry {

    /** Returns the topics, and what takes their records in. */
    List<Route<?>> routes();

    /** Forgets everything: what follows is read from the beginning. */
    void clear();

    /** Brings the part up to what was taken in by {@code now}, and tells whether it says anything else than before. */
    boolean freeze(Instant now);

    /** Returns the part as last frozen; an empty one before. */
    Part part();
}

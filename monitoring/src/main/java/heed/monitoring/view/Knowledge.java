package heed.monitoring.view;

import java.time.Instant;
import java.util.Optional;

/**
 * Tells of which hospitals it is known how they are now: what is said of the others is what was known when what they
 * send last got through.
 */
@FunctionalInterface
public interface Knowledge {

    /** Returns since when, by the wall clock, it is not known how a hospital is; empty where it is known. */
    Optional<Instant> lostSince(String hospital);
}

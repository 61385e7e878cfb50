/**
 * The work of scores as cheap as it gets: bytes and primitives from the consumer to the producer, one transaction for
 * all that came between two commits.
 *
 * <p>It says the rows of Heed's scores, byte for byte, and stands on none of the topology but its calendar. It does not
 * judge what it reads, forgets nothing, and has no watch, channels, silences or league.
 */
@NullMarked
package heed.bench.limit;

import org.jspecify.annotations.NullMarked;

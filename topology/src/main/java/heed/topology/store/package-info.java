/**
 * Keeps a step's state as plain objects on the heap and writes what changed to its changelog once a commit.
 *
 * <p>A state-store row per response costs ten times what everything else does; see
 * {@code docs/decisions/002-write-behind-state.md}.
 */
@NullMarked
package heed.topology.store;

import org.jspecify.annotations.NullMarked;

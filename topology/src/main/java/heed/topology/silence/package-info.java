/**
 * Finds hospitals and units that have gone quiet against their own rhythm, while the pipeline was listening: what
 * nobody was there to hear is no silence. {@code docs/silence.md} has the method to the formula.
 */
@NullMarked
package heed.topology.silence;

import org.jspecify.annotations.NullMarked;

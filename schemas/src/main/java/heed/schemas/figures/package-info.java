/**
 * Reads a score from its integers. The topology, the read model and every consumer must show the same figure for the
 * same counts, so the arithmetic lives here, once.
 */
@NullMarked
package heed.schemas.figures;

import org.jspecify.annotations.NullMarked;

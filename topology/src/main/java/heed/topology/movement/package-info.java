/**
 * Finds what all hospitals do at the same time: by how much they moved together in a measure and week, each compared
 * with itself. A season moves everybody, and a fall that everybody shares is nobody's own.
 */
@NullMarked
package heed.topology.movement;

import org.jspecify.annotations.NullMarked;

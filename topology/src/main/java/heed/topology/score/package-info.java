/** Adds responses up in calendar windows, hospital and unit, and says each changed score once a commit. */
@NullMarked
package heed.topology.score;

import org.jspecify.annotations.NullMarked;

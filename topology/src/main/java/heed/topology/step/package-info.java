/**
 * Joins steps into a topology. A step brings its node, its stores and the topics that it writes; what it passes on to
 * other steps it tells all of them alike and knows none, so that a step is added without a word in another.
 */
@NullMarked
package heed.topology.step;

import org.jspecify.annotations.NullMarked;

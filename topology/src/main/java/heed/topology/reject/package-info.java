/** Refuses records: the way of every step to the rejected topic, with the headers that its contract names. */
@NullMarked
package heed.topology.reject;

import org.jspecify.annotations.NullMarked;

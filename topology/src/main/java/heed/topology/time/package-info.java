/** Calendar windows in a hospital's own time zone, without a clock. */
@NullMarked
package heed.topology.time;

import org.jspecify.annotations.NullMarked;

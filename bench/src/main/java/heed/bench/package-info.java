/** Measures what a response costs and how long a restart takes; never part of the tests. */
@NullMarked
package heed.bench;

import org.jspecify.annotations.NullMarked;

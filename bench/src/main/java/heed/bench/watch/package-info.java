/** Measures what the watch step costs by itself, without a broker: the step's own code, fed from memory. */
@NullMarked
package heed.bench.watch;

import org.jspecify.annotations.NullMarked;

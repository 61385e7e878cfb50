/** Counts what became of every record, per partition, as part of the state. */
@NullMarked
package heed.topology.tally;

import org.jspecify.annotations.NullMarked;

/** Counts what became of every record, per partition, as part of the state. */
package heed.topology.tally;

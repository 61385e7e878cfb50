/**
 * Scores as Flink works them out: a keyed stream of hospitals, its ledger and panes in the state back end, event-time
 * timers that make windows final, one row of each changed score before every checkpoint, and a sink that writes exactly
 * once.
 */
@NullMarked
package heed.bench.flink;

import org.jspecify.annotations.NullMarked;

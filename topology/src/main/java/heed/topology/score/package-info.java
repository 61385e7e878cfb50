/** Adds responses up in calendar windows, hospital and unit, and says each changed score once a commit. */
package heed.topology.score;

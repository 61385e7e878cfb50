/** Calendar windows in a hospital's own time zone, without a clock. */
package heed.topology.time;

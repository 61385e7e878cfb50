/** Measures what a response costs and how long a restart takes; never part of the tests. */
package heed.bench;

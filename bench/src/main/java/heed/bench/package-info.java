/** Benchmark programs; never part of the tests. */
package heed.bench;

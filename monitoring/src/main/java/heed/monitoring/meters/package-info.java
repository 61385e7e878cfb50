/**
 * What Prometheus is told of the pipeline and its results: every meter that Heed exposes, its name, and the bound on how many
 * series it may have.
 */
package heed.monitoring.meters;

/**
 * What Prometheus is told of the pipeline and its results: every meter that Heed exposes, its name, and the bound on
 * how many series it may have.
 */
@NullMarked
package heed.monitoring.meters;

import org.jspecify.annotations.NullMarked;

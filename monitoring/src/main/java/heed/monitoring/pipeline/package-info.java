/**
 * What whoever runs the pipeline tells of it: pages, answers, meters and health checks ask here, and depend on nothing
 * that runs.
 */
@NullMarked
package heed.monitoring.pipeline;

import org.jspecify.annotations.NullMarked;
